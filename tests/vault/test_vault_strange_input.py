"""Nothing that is read from outside makes the program stumble; 40,000 inputs on demand."""

import pytest

from strange_input import read_much, readers

MOST_BYTES = 64 * 1024**2


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return readers(tmp_path_factory.mktemp("strange"))


@pytest.mark.parametrize("name", ["header", "backup", "JSON", "CSV"])
def test_only_errors_with_a_sentence_come_out(known, name):
    went = read_much(known[name], 200)
    assert went.inputs >= 200
    assert 0 < went.taken < went.inputs
    assert went.most_bytes < MOST_BYTES
