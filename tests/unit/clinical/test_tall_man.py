"""Tall-man letters."""

import pytest

from rxflow.clinical.tall_man import in_tall_man, tall_man_spellings

SPELLINGS = tall_man_spellings(
    [
        ("hydrALAZINE", "hydrOXYzine"),
        ("metFORMIN", "metroNIDAZOLE"),
        ("buPROPion", "busPIRone"),
        ("hydroCHLOROthiazide", "hydrALAZINE"),
        ("CeleBREX", "CeleXA"),
        ("NovoLOG", "NovoLIN"),
        ("ALPRAZolam", "LORazepam"),
        ("lorazepam", "loratadine"),
        ("lisinopril", "losartan"),
        ("Adderall", "Adderall XR"),
        ("metoprolol succinate", "metoprolol tartrate"),
    ]
)


@pytest.mark.parametrize(
    ("plain", "tall"),
    [
        ("hydroxyzine hydrochloride 25 mg tablet", "hydrOXYzine hydrochloride 25 mg tablet"),
        ("Hydralazine and HYDROXYZINE", "HydrALAZINE and HydrOXYzine"),
        ("lisinopril-hydrochlorothiazide 20 mg-12.5 mg", "lisinopril-hydroCHLOROthiazide 20 mg-12.5 mg"),
        ("Wellbutrin XL (bupropion XL)", "Wellbutrin XL (buPROPion XL)"),
        ("Celebrex, Novolog", "CeleBREX, NovoLOG"),
        ("lorazepam is LORAZEPAM", "LORazepam is LORazepam"),
        ("lisinopril, losartan and loratadine", "lisinopril, losartan and loratadine"),
        ("metformina y metoprolol succinate", "metformina y metoprolol succinate"),
        ("Adderall XR", "Adderall XR"),
        ("", ""),
    ],
)
def test_listed_names_are_told_apart(plain: str, tall: str) -> None:
    assert in_tall_man(plain, SPELLINGS) == tall
    assert in_tall_man(tall, SPELLINGS) == tall


def test_without_a_table_every_name_stays_plain() -> None:
    assert in_tall_man("hydroxyzine", {}) == "hydroxyzine"
