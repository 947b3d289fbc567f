"""Invented names, the same at every build."""

import random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = "雅文建思明慧佳国静晓子语欣泽宇航诗曦妍梦华丽春玉兰志远博俊一鸣涵若琪馨梅红伟家"


class InventedNames:
    """Draws names without repeating one."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self._used: set[str] = set()

    def draw(self) -> str:
        while True:
            given = "".join(self.dice.sample(GIVEN, self.dice.choice((1, 2, 2, 2))))
            name = self.dice.choice(SURNAMES) + given
            if name not in self._used:
                self._used.add(name)
                return name
