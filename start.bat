@echo off
rem Double-click: starts Navmark on this machine and opens the browser. Closing this window stops it.
chcp 65001 >nul
cd /d "%~dp0"
title Navmark

set "PY="
where py >nul 2>nul && set "PY=py -3"
if not defined PY where python >nul 2>nul && set "PY=python"
if not defined PY (
  echo 需要 Python 3.11 或更新版本。安装时请勾选 "Add python.exe to PATH"，然后再双击本文件。
  echo Python 3.11 or newer is needed: install it, tick "Add python.exe to PATH", then double-click this file again.
  pause
  exit /b 1
)

if exist "var\school" (
  %PY% navmark up --empty --open %*
  goto ended
)

echo [1] 看演示学校  a school to look around in
echo [2] 开始使用，填写本校信息  begin with your own school
choice /c 12 /n /m "1 / 2 ? "
if errorlevel 2 (
  %PY% navmark up --empty --open %*
) else (
  %PY% navmark up --open %*
)

:ended
if errorlevel 1 pause
