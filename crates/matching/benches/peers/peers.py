#!/usr/bin/env python3
"""Times one Python peer on one file: `peers.py SOLVER FILE REPS` prints a line of JSON, as `solve` does.

Building the solver's own graph or matrix from arrays in memory counts, reading the file does not.
"""
import importlib
import json
import sys
import time

import numpy as np


def rows(name):
    return np.loadtxt(name, delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)


def square(name):
    cells = np.fromfile(name, "<i4")
    return cells[1:].reshape(cells[0], cells[0])


def cost(cells, chosen):
    return len(cells), int(cells[np.arange(len(cells)), np.asarray(chosen)].astype(np.int64).sum())


def scipy_lsa(cells):
    from scipy.optimize import linear_sum_assignment
    return cost(cells, linear_sum_assignment(cells)[1])


def lapx(cells):
    import lap
    return cost(cells, lap.lapjv(cells.astype(np.float64), return_cost=False)[0])


def lapx_narrow(cells):
    """In 32-bit floats, in which costs of up to 2^24 are themselves; what they add up to need not be."""
    import lap
    return cost(cells, lap.lapjv(cells.astype(np.float32), return_cost=False)[0])


def ortools_lsa(cells):
    from ortools.graph.python import linear_sum_assignment
    size = len(cells)
    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    left, right = np.repeat(np.arange(size, dtype=np.int32), size), np.tile(np.arange(size, dtype=np.int32), size)
    solver.add_arcs_with_cost(left, right, cells.ravel().astype(np.int64))
    if solver.solve() != solver.OPTIMAL:
        raise RuntimeError("not optimal")
    return cost(cells, [solver.right_mate(row) for row in range(size)])


def ortools_flow(pairs, places):
    """Greatest flow at least cost: most pairs first, then the best total."""
    from ortools.graph.python import min_cost_flow
    mentees, mentors = int(pairs[:, 0].max()) + 1, len(places)
    start, end = mentees + mentors, mentees + mentors + 1
    everybody, everyone = np.arange(mentees), mentees + np.arange(mentors)
    tails = np.concatenate([np.full(mentees, start), pairs[:, 0], everyone]).astype(np.int32)
    heads = np.concatenate([everybody, mentees + pairs[:, 1], np.full(mentors, end)]).astype(np.int32)
    units = np.concatenate([np.ones(mentees + len(pairs), np.int64), places[:, 1]])
    costs = np.concatenate([np.zeros(mentees, np.int64), -pairs[:, 2], np.zeros(mentors, np.int64)])
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(tails, heads, units, costs)
    solver.set_node_supply(start, mentees)
    solver.set_node_supply(end, -mentees)
    if solver.solve_max_flow_with_min_cost() != solver.OPTIMAL:
        raise RuntimeError("not optimal")
    made = solver.flows(np.arange(mentees, mentees + len(pairs), dtype=np.int32))
    return int(made.sum()), int((made * pairs[:, 2]).sum())


def ortools_hours(ways, needs, offers):
    """As `ortools_flow`, with hours on both sides."""
    from ortools.graph.python import min_cost_flow
    start, end = len(needs) + len(offers), len(needs) + len(offers) + 1
    everybody, everyone = np.arange(len(needs)), len(needs) + np.arange(len(offers))
    tails = np.concatenate([np.full(len(needs), start), ways[:, 0], everyone]).astype(np.int32)
    heads = np.concatenate([everybody, len(needs) + ways[:, 1], np.full(len(offers), end)]).astype(np.int32)
    most = np.minimum(needs[ways[:, 0], 1], offers[ways[:, 1], 1])
    hours = np.concatenate([needs[:, 1], most, offers[:, 1]])
    costs = np.concatenate([np.zeros(len(needs), np.int64), -ways[:, 2], np.zeros(len(offers), np.int64)])
    solver = min_cost_flow.SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(tails, heads, hours, costs)
    total = int(needs[:, 1].sum())
    solver.set_node_supply(start, total)
    solver.set_node_supply(end, -total)
    if solver.solve_max_flow_with_min_cost() != solver.OPTIMAL:
        raise RuntimeError("not optimal")
    sent = solver.flows(np.arange(len(needs), len(needs) + len(ways), dtype=np.int32))
    return int(sent.sum()), int((sent * ways[:, 2]).sum())


def highs_flow(pairs, places):
    """The linear programme of mentees and mentors, which has whole numbers at its corners; most pairs first."""
    from scipy.optimize import linprog
    from scipy.sparse import coo_matrix
    mentees, mentors = int(pairs[:, 0].max()) + 1, len(places)
    lift = int(pairs[:, 2].max() + 1) * 2 * min(mentees, mentors)
    at, ones = np.arange(len(pairs)), np.ones(2 * len(pairs))
    rows = np.concatenate([pairs[:, 0], mentees + pairs[:, 1]])
    limits = coo_matrix((ones, (rows, np.concatenate([at, at])))).tocsr()
    most = np.concatenate([np.ones(mentees), np.zeros(mentors)])
    most[mentees + places[:, 0]] = places[:, 1]
    found = linprog(-(pairs[:, 2] + lift), A_ub=limits, b_ub=most[: limits.shape[0]], bounds=(0, 1), method="highs")
    if found.status != 0:
        raise RuntimeError("not optimal")
    made = np.rint(found.x).astype(np.int64)
    return int(made.sum()), int((made * pairs[:, 2]).sum())


def rings_of(gifts):
    """Every ring of two or three with its score, and what one person more weighs if most people come first."""
    scores = {(giver, taker): score for giver, taker, score in gifts.tolist()}
    takers = {}
    for giver, taker in scores:
        takers.setdefault(giver, []).append(taker)
    rings = []
    for one in takers:
        for two in (person for person in takers[one] if person > one):
            if (two, one) in scores:
                rings.append(((one, two), scores[one, two] + scores[two, one]))
        for two in (person for person in takers[one] if person > one):
            for three in takers.get(two, []):
                if three > one and three != two and (three, one) in scores:
                    rings.append(((one, two, three), scores[one, two] + scores[two, three] + scores[three, one]))
    people = {person for ring, _ in rings for person in ring}
    return rings, max(scores.values(), default=0) * 2 * (len(people) + 1)


def highs_rings(gifts):
    """The same as `cp_sat_rings` for a solver of whole-number programmes."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix
    rings, lift = rings_of(gifts)
    cells = [(person, at) for at, (people, _) in enumerate(rings) for person in people]
    rows, columns = np.array(cells).T
    limits = coo_matrix((np.ones(len(rows)), (rows, columns))).tocsr()
    weights = np.array([lift * len(people) + score for people, score in rings], float)
    found = milp(-weights, integrality=np.ones(len(rings)), bounds=Bounds(0, 1), constraints=LinearConstraint(limits, ub=1),
                 options={"mip_rel_gap": 0.0})
    if found.status != 0:
        raise RuntimeError("not optimal")
    made = [ring for ring, chosen in zip(rings, found.x) if chosen > 0.5]
    return sum(len(people) for people, _ in made), sum(score for _, score in made)


def cp_sat_rings(gifts):
    """A variable for each ring of two or three, everybody in at most one, most people first; one worker."""
    from ortools.sat.python import cp_model
    rings, lift = rings_of(gifts)
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in rings]
    of_person = {}
    for variable, (people, _) in zip(chosen, rings):
        for person in people:
            of_person.setdefault(person, []).append(variable)
    for variables in of_person.values():
        model.add_at_most_one(variables)
    model.maximize(sum(variable * (lift * len(people) + score) for variable, (people, score) in zip(chosen, rings)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        raise RuntimeError("not optimal")
    made = [ring for variable, ring in zip(chosen, rings) if solver.value(variable)]
    return sum(len(people) for people, _ in made), sum(score for _, score in made)


def scipy_sparse(pairs, places):
    """A column for every place and for every mentee staying alone; pairs are lifted so that most come first."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching
    mentees, room = int(pairs[:, 0].max()) + 1, places[:, 1]
    first = np.concatenate([[0], np.cumsum(room)])
    copies = room[pairs[:, 1]]
    at = np.repeat(np.arange(len(pairs)), copies)
    within = np.arange(len(at)) - np.repeat(np.cumsum(copies) - copies, copies)
    lift = int(pairs[:, 2].max() + 1) * 2 * min(mentees, len(places))
    left = np.concatenate([pairs[at, 0], np.arange(mentees)])
    right = np.concatenate([first[pairs[at, 1]] + within, first[-1] + np.arange(mentees)])
    weights = np.concatenate([pairs[at, 2] + lift, np.ones(mentees, np.int64)]).astype(float)
    matrix = csr_matrix((weights, (left, right)), shape=(mentees, first[-1] + mentees))
    chosen, column = min_weight_full_bipartite_matching(matrix, maximize=True)
    placed = column < first[-1]
    mentor = np.searchsorted(first, column[placed], side="right") - 1
    keys = pairs[:, 0] * len(places) + pairs[:, 1]
    order = np.argsort(keys)
    scores = pairs[order[np.searchsorted(keys[order], chosen[placed] * len(places) + mentor)], 2]
    return int(placed.sum()), int(scores.sum())


def rustworkx(pairs):
    import rustworkx as library
    graph = library.PyGraph(multigraph=False)
    graph.add_nodes_from(range(int(pairs[:, :2].max()) + 1))
    graph.add_edges_from([tuple(pair) for pair in pairs.tolist()])
    return value(pairs, library.max_weight_matching(graph, max_cardinality=False, weight_fn=lambda weight: weight))


def networkx(pairs):
    import networkx as library
    graph = library.Graph()
    graph.add_weighted_edges_from(pairs.tolist())
    return value(pairs, library.max_weight_matching(graph))


def value(pairs, made):
    scores = {(one, other): score for one, other, score in pairs.tolist()}
    return len(made), sum(scores[min(pair), max(pair)] for pair in made)


SQUARES = {"scipy_lsa": scipy_lsa, "lapx": lapx, "lapx_narrow": lapx_narrow, "ortools_lsa": ortools_lsa}
FLOWS = {"ortools_flow": ortools_flow, "scipy_sparse": scipy_sparse, "highs_flow": highs_flow}
POOLS = {"rustworkx": rustworkx, "networkx": networkx, "cp_sat_rings": cp_sat_rings, "highs_rings": highs_rings}
HOURS = {"ortools_hours": ortools_hours}

MODULES = {
    "scipy_lsa": "scipy.optimize",
    "lapx": "lap",
    "lapx_narrow": "lap",
    "highs_flow": "scipy.optimize",
    "highs_rings": "scipy.optimize",
    "ortools_lsa": "ortools.graph.python.linear_sum_assignment",
    "ortools_flow": "ortools.graph.python.min_cost_flow",
    "ortools_hours": "ortools.graph.python.min_cost_flow",
    "cp_sat_rings": "ortools.sat.python.cp_model",
    "scipy_sparse": "scipy.sparse.csgraph",
    "rustworkx": "rustworkx",
    "networkx": "networkx",
}


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: peers.py SOLVER FILE REPS")
    name, file, reps = sys.argv[1], sys.argv[2], max(1, int(sys.argv[3]))
    if name in SQUARES:
        solve, given = SQUARES[name], (square(file),)
    elif name in FLOWS:
        solve, given = FLOWS[name], (rows(file), rows(file.replace(".csv", ".cap.csv")))
    elif name in HOURS:
        others = [rows(file.replace(".csv", f".{side}.csv")) for side in ("need", "offer")]
        solve, given = HOURS[name], (rows(file), *others)
    elif name in POOLS:
        solve, given = POOLS[name], (rows(file),)
    else:
        sys.exit(f"peers.py: unknown solver {name}")
    # Loading a library is not solving.
    importlib.import_module(MODULES[name])
    clock, processor, result = [], [], None
    for _ in range(reps):
        began, before = time.perf_counter(), time.process_time()
        result = solve(*given)
        processor.append(time.process_time() - before)
        clock.append(time.perf_counter() - began)
    told = {"least_ms": min(clock) * 1e3, "cpu_ms": min(processor) * 1e3}
    print(json.dumps({"units": result[0], "score": result[1], **{name: round(ms, 4) for name, ms in told.items()}}))


main()
