"""Writes gbstats.json: what an independent implementation says of samples made up here.

python -m venv v && v/bin/pip install gbstats==0.8.0 && v/bin/python make.py > gbstats.json
"""

import json
import random

from gbstats.frequentist.tests import (
    FrequentistConfig,
    SequentialConfig,
    SequentialTwoSidedTTest,
    TwoSidedTTest,
)
from gbstats.models.statistics import (
    ProportionStatistic,
    RegressionAdjustedStatistic,
    SampleMeanStatistic,
)
from gbstats.utils import check_srm
from scipy.stats import norm

chance = random.Random(20261126)


def moments(values):
    return {"people": len(values), "sum": sum(values), "sum_squares": sum(value * value for value in values)}


def mean(counted):
    return SampleMeanStatistic(n=counted["people"], sum=counted["sum"], sum_squares=counted["sum_squares"])


def paired(people, lift, link):
    before = [chance.lognormvariate(3, 0.6) for _ in range(people)]
    within = [link * value + chance.gauss(40, 9) + lift for value in before]
    products = sum(one * other for one, other in zip(before, within))
    return {"before": moments(before), "within": moments(within), "sum_products": products}


def adjusted(counted):
    return RegressionAdjustedStatistic(
        n=counted["within"]["people"],
        post_statistic=mean(counted["within"]),
        pre_statistic=mean(counted["before"]),
        post_pre_sum_of_products=counted["sum_products"],
        theta=0,
    )


def readings(control, variation):
    found = []
    for scale in ["absolute", "relative"]:
        for alpha in [0.05, 0.01]:
            end = TwoSidedTTest(control, variation, FrequentistConfig(alpha=alpha, difference_type=scale))
            any_time = SequentialTwoSidedTTest(control, variation, SequentialConfig(alpha=alpha, difference_type=scale))
            end, any_time = end.compute_result(), any_time.compute_result()
            found.append(
                {
                    "scale": scale,
                    "alpha": alpha,
                    "estimate": end.expected,
                    "deviation": end.uplift.stddev,
                    "at_the_end": [*end.ci, end.p_value],
                    "at_any_time": [*any_time.ci, any_time.p_value],
                }
            )
    return found


def proportions():
    for people, control, variation in [
        (60, 23, 29), (500, 260, 281), (2_000, 1_810, 1_779), (9_000, 93, 131), (60_000, 31_004, 31_690),
    ]:
        other = people + people // 30
        statistics = [ProportionStatistic(n=people, sum=control), ProportionStatistic(n=other, sum=variation)]
        yield {"control": [people, control], "variation": [other, variation], "readings": readings(*statistics)}


def means():
    for people, lift in [(3, 2.0), (60, -4.0), (900, 0.0), (2_500, 0.7)]:
        control = moments([chance.gauss(48, 12) for _ in range(people)])
        variation = moments([chance.gauss(48 + lift, 15) for _ in range(people + 7)])
        yield {"control": control, "variation": variation, "readings": readings(mean(control), mean(variation))}


def adjustments():
    for people, lift, link in [(80, 1.5, 0.9), (1_200, -0.4, 0.4), (700, 0.0, -0.3)]:
        control, variation = paired(people, 0, link), paired(people + 13, lift, link)
        yield {"control": control, "variation": variation, "readings": readings(adjusted(control), adjusted(variation))}


def ratios():
    for people, weights in [
        ([5_030, 4_970], [0.5, 0.5]), ([5_300, 4_700], [0.5, 0.5]), ([900, 130, 95], [0.8, 0.1, 0.1]), ([7, 2], [1, 2]),
    ]:
        yield {"people": people, "weights": weights, "p_value": check_srm(people, weights)}


def powers():
    # gbstats has none to ask beforehand: the definition, with SciPy's normal distribution.
    for difference, variance, people, alpha in [(0.02, 0.16, 5_000, 0.05), (1.5, 144, 700, 0.01), (0.0, 0.2, 900, 0.05)]:
        shift, width = difference / (2 * variance / people) ** 0.5, norm.ppf(1 - alpha / 2)
        chance_of_it = float(norm.cdf(shift - width) + norm.cdf(-shift - width))
        yield {"inputs": [difference, variance, people, alpha], "power": chance_of_it}


made = "by make.py beside this file, with gbstats 0.8.0, from samples that it makes up"
groups = {
    "made": made,
    "proportions": list(proportions()),
    "means": list(means()),
    "adjusted": list(adjustments()),
    "ratios": list(ratios()),
    "powers": list(powers()),
}
print(json.dumps(groups, indent=1))
