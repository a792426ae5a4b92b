"""The same figures as the usual libraries give, on random data.

They take longer to import than all else that the tests need, so only who asks them does.
"""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onveilig_desktop.analysis import kaplan_meier, median_survival, shuffle_test
from onveilig_desktop.analysis.majority import binomial_tail
from onveilig_desktop.analysis.verdict import is_steady

waits = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=40)


def shares_by_scipy(gaps, resamples):
    """Return the shares of pairings of gaps with places that go as far either way."""
    from scipy.stats import permutation_test

    places = np.arange(len(gaps))
    shares = []
    for alternative in ("less", "greater"):
        found = permutation_test(
            (np.array(gaps),),
            lambda mixed, axis: np.sum(places * mixed, axis=axis),
            permutation_type="pairings",
            vectorized=True,
            n_resamples=resamples,
            alternative=alternative,
            rng=np.random.default_rng(7),
        )
        shares.append(found.pvalue)
    return tuple(shares)


@settings(max_examples=20)
@given(st.lists(st.integers(1, 90), min_size=2, max_size=7))
def test_all_orders_agree_with_scipy(gaps):
    assert shuffle_test([gaps]) == pytest.approx(shares_by_scipy(gaps, np.inf), abs=1e-12)


@pytest.mark.parametrize("length", [9, 14, 60, 200, 201, 320])
@pytest.mark.parametrize("seed", [1, 2])
def test_drawn_orders_and_the_normal_form_agree_with_scipy(length, seed):
    gaps = np.random.default_rng([seed, length]).geometric(0.05, length).tolist()
    assert shuffle_test([gaps]) == pytest.approx(shares_by_scipy(gaps, 9999), abs=0.03)


def test_steadiness_agrees_with_its_formula_in_numpy():
    """On gaps of every regularity, whose mean changes by up to two and a half times."""
    draws = np.random.default_rng(5)
    said = []
    for _ in range(1500):
        length, shape = draws.integers(29, 250), draws.choice([0.3, 1, 4, 30])
        gaps = 1 + np.rint(draws.gamma(shape, 20 / shape, length))
        gaps[: length // 2] = np.rint(gaps[: length // 2] * draws.uniform(1, 2.5))
        half = length // 2
        ratio = np.abs(np.log(gaps[:half].mean() / gaps[-half:].mean()))
        variation = max(1, np.var(gaps, ddof=1) / gaps.mean() ** 2)
        said.append(ratio + 1.645 * np.sqrt(2 * variation / half) <= np.log(2))
        assert is_steady([gaps.tolist()]) is bool(said[-1])
    assert 200 < sum(said) < 1300


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_binomial_agrees_with_scipy(a, b):
    from scipy.stats import binomtest

    if a + b:
        expected = binomtest(max(a, b), a + b, 0.5, alternative="greater").pvalue
        assert binomial_tail(a, b) == pytest.approx(expected, rel=1e-9)


@given(waits)
def test_kaplan_meier_agrees_with_lifelines(pairs):
    import lifelines

    durations, observed = zip(*pairs, strict=True)
    steps = kaplan_meier(durations, observed)
    fitted = lifelines.KaplanMeierFitter().fit(durations, observed)
    table = fitted.event_table.iloc[1:]
    assert [(step.time, step.at_risk, step.events, step.censored) for step in steps] == list(
        zip(table.index, table["at_risk"], table["observed"], table["censored"], strict=True)
    )
    survival = fitted.survival_function_["KM_estimate"].to_numpy()[1:]
    assert [step.survival for step in steps] == pytest.approx(survival.tolist(), abs=1e-12)


@given(waits)
def test_the_median_agrees_with_lifelines(pairs):
    import lifelines

    durations, observed = zip(*pairs, strict=True)
    fitted = lifelines.KaplanMeierFitter().fit(durations, observed)
    steps = kaplan_meier(durations, observed)
    # Its product of floating numbers misses a half that is reached exactly.
    assume(all(abs(step.survival - 0.5) > 1e-9 for step in steps))
    found = median_survival(steps)
    assert (np.inf if found is None else found) == fitted.median_survival_time_
