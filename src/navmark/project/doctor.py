"""What may be wrong with an installation, each with its remedy."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.audit.verification import signed_by, verify
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.sweeping import is_due
from navmark.foundation.cadence.waiting import astray
from navmark.foundation.people.glyphs import unprintable
from navmark.foundation.people.models import Person
from navmark.foundation.printing.fonts import school_folder, stand_ins
from navmark.foundation.sealing import keys
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project import folder, preparing, reach, recovery, served, signed_trail
from navmark.project.backups import last, seals

OVERDUE = timedelta(days=14)
NAMED = 5  # names told one by one
MACHINE = "machine"  # what waits of it follows no row
ROOM = 1 << 30  # bytes that should be free


@dataclass(frozen=True)
class Symptom:
    about: str
    is_good: bool
    words: str
    code: str = ""  # of what stands on a page too
    measured: str = ""


def examine() -> Iterator[Symptom]:
    yield _tables()
    yield _keys()
    yield _disk()
    yield _backup()
    yield _clock()
    yield from _network()
    for school in School.objects.all():
        yield _trail(school)
        yield _names(school)
        yield _waiting(school)
    yield _faces()


def at_a_glance() -> Iterator[Symptom]:
    """What costs next to nothing to look at, for a page: room, age of the backup, clock."""
    yield _disk()
    yield _backup()
    yield _clock()


def _tables() -> Symptom:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Symptom("数据", False, f"{len(waiting)}个迁移未执行，请运行 ./navmark up")
    return Symptom("数据", True, f"{settings.DATA}，{School.objects.count()}所学校")


def _keys() -> Symptom:
    if not (Path(settings.DATA) / "keys").exists():
        return Symptom("密钥", False, "没有 keys 目录：密封字段无法读取，请用恢复单恢复")
    if lost := seals.unreadable():
        words = "、".join(f"{key}（{count}处）" for key, count in lost.items())
        return Symptom("密钥", False, f"缺少 {words}，请凭恢复单运行 ./navmark restore --data {settings.DATA} --keys 恢复单文件")
    prints = "、".join(key.id for key in keys.read_ring(keys.folder()).everything())
    unprinted = [] if preparing.demo_accounts(build=False) else recovery.unprinted()
    if unprinted:
        words = f"恢复单上没有 {'、'.join(unprinted)}，请运行 ./navmark recovery --data {settings.DATA}，打印新的恢复单，旧的作废"
        return Symptom("密钥", False, words)
    return Symptom("密钥", True, f"{prints or '尚无'}；恢复单请打印锁存")


def _disk() -> Symptom:
    free = shutil.disk_usage(settings.DATA).free
    left = f"{free / ROOM:.1f}"
    return Symptom("磁盘", free > ROOM, f"剩余{left} GB" + ("" if free > ROOM else "，请清理"), "disk", left)


def _backup() -> Symptom:
    taken = last.taken_at()
    oldest = School.objects.order_by("created_at").values_list("created_at", flat=True).first()
    since = taken or oldest
    is_recent = since is None or timezone.now() - since < OVERDUE
    when = f"{timezone.localtime(taken):%Y-%m-%d %H:%M}" if taken else ""
    words = f"上次备份 {when}" if taken else "尚未备份"
    return Symptom(
        "备份", is_recent, words + ("" if is_recent else "，请运行 ./navmark backup，并把文件存到另一台电脑"), "backup", when
    )


def _clock() -> Symptom:
    latest = AuditEntry._base_manager.order_by("-at").values_list("at", flat=True).first()
    ahead = latest is not None and latest > timezone.now() + timedelta(minutes=5)
    if ahead:
        return Symptom("时钟", False, "最近一条留痕晚于现在，请校准本机时间", "clock")
    return Symptom("时钟", True, f"{timezone.localtime():%Y-%m-%d %H:%M}", "clock")


def _faces() -> Symptom:
    missing = "、".join(stand_ins())
    words = f"PDF 中{missing}以思源字体代替；把字体文件放进 {school_folder()}，重新启动后即用" if missing else "公文字体齐全"
    return Symptom("字体", True, words)


def _waiting(school: School) -> Symptom:
    """Whether each row of what waits is what its source yields; what follows the day or the trail waits for the next sweep."""
    on = timezone.localdate()
    with within(school):
        count = astray(on=on, but=(MACHINE, *((SCHOOL,) if is_due(on) else ())))
    words = f"{count}项待办与来源不符，请运行 ./navmark up 重新生成" if count else "待办与来源相符"
    return Symptom("待办", not count, f"{school.name}：{words}")


def _names(school: School) -> Symptom:
    """Names that a printed page would show with a gap."""
    with within(school):
        names = [name for name in Person.objects.values_list("name", flat=True) if unprintable(name)]
    if not names:
        return Symptom("人名", True, f"{school.name}：姓名都能打印")
    told = "、".join(f"{name}（{unprintable(name)}）" for name in names[:NAMED])
    more = f"等{len(names)}人" if len(names) > NAMED else ""
    return Symptom("人名", False, f"{school.name}：没有字体能打印 {told}{more}；把有这些字的字体放进 {school_folder()}，重新启动")


def _network() -> Iterator[Symptom]:
    data = Path(settings.DATA)
    serving = served.noted(data)
    yield Symptom("地址", *reach.address(serving, is_running=folder.is_held(data)))
    yield Symptom("HTTPS", *reach.https(serving, at=timezone.now()))


def _trail(school: School) -> Symptom:
    about, faults, spans = f"留痕 {school.name}", verify(school), signed_by(school)
    if broken := [one for one in faults if one.is_broken]:
        lost = [f"缺少密钥 {key}" for key, _first, _last in spans if key and key not in keys.ring().fields]
        return Symptom(about, False, "；".join((*lost, *map(str, broken[:3]))))
    if lost := signed_trail.lost_since(school):
        return Symptom(about, False, f"第{lost}批起曾有密钥签名，现在没有：留痕可能被整体改写，请与此前的备份核对")
    verified = [f"第{first}—{last}批" + (f"以密钥 {key} 核验" if key else "无密钥（旧版封存）") for key, first, last in spans]
    return Symptom(about, True, "；".join(("完整", *verified, *map(str, faults))))
