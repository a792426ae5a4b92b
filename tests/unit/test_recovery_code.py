"""A recovery code as it is written down and typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.journal.recovery_code import MistypedCodeError, RecoveryCode

secrets = st.binary(min_size=20, max_size=20)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(secrets)
def test_what_is_written_down_is_read_again(secret):
    code = RecoveryCode(secret)
    assert [len(group) for group in code.groups] == [5] * 8
    assert set("".join(code.groups)) <= set(SIGNS)
    for typed in (" ".join(code.groups), "-".join(code.groups).lower(), "".join(code.groups)):
        assert RecoveryCode.read(typed) == code


@given(secrets)
def test_look_alikes_are_taken_for_what_they_look_like(secret):
    written = " ".join(RecoveryCode(secret).groups)
    typed = written.replace("1", "l").replace("0", "o")
    assert RecoveryCode.read(typed) == RecoveryCode(secret)


@given(secrets, st.integers(0, 39), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_seen_and_placed(secret, place, sign):
    signs = list("".join(RecoveryCode(secret).groups))
    was, signs[place] = signs[place], sign
    if was == sign or {was, sign} == {"0", "Z"}:
        return
    with pytest.raises(MistypedCodeError) as caught:
        RecoveryCode.read("".join(signs))
    assert caught.value.groups == (place // 5 + 1,)


@given(secrets, st.integers(0, 6))
def test_groups_that_changed_places_are_seen(secret, place):
    groups = list(RecoveryCode(secret).groups)
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    if groups[place][:4] != groups[place + 1][:4]:
        with pytest.raises(MistypedCodeError) as caught:
            RecoveryCode.read(" ".join(groups))
        assert caught.value.groups == (place + 1, place + 2)


@given(st.text(max_size=60))
def test_anything_else_is_told_apart(typed):
    with pytest.raises(MistypedCodeError):
        RecoveryCode.read(typed)


def test_some_groups_are_missing():
    groups = RecoveryCode.fresh().groups
    for typed in (groups[:7], (*groups, groups[0]), ()):
        with pytest.raises(MistypedCodeError) as caught:
            RecoveryCode.read(" ".join(typed))
        assert caught.value.groups == ()


def test_a_part_is_compared_as_it_was_typed():
    code = RecoveryCode(bytes(range(20)))
    assert code.holds(3, f" {code.groups[2].lower()} ")
    assert not code.holds(3, code.groups[3])
    assert not code.holds(3, code.groups[2][:4])


def test_it_is_random_and_not_shown():
    assert len({RecoveryCode.fresh() for _ in range(100)}) == 100
    assert repr(RecoveryCode.fresh()) == "RecoveryCode()"
