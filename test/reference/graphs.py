#!/usr/bin/python3
"""Reference values for src/relations: python3 test/reference/graphs.py > test/reference/graphs.json

Debian 12: python3-igraph 0.10.2, python3-networkx 2.8.8 with python3-numpy. Each graph is a list of
ties [a, b, weight]; lengths of ways are one over the weight. Values are by party number.
"""
import json
import random
from fractions import Fraction

import igraph
import networkx as nx
import numpy as np


def graph(name, n, ties):
    lengths = [1 / w for _, _, w in ties]
    g = igraph.Graph(n=n, edges=[(a, b) for a, b, _ in ties])
    x = nx.Graph()
    x.add_nodes_from(range(n))
    x.add_weighted_edges_from(ties)
    for a, b, d in x.edges(data=True):
        # exact where the weight is whole: ways of one length are told from others by equality
        d["length"] = Fraction(1, d["weight"]) if isinstance(d["weight"], int) else 1 / d["weight"]
    # as networkx gives them where a party has no tie: not a number
    number = lambda v: None if v != v else v
    of = lambda values: [number(values[i]) for i in range(n)]
    flow = None
    if nx.is_connected(x):
        # the flow from party 0 to party n - 1 through each other one, by the pseudo-inverse of the Laplacian
        w = nx.to_numpy_array(x, nodelist=range(n))
        inverse = np.linalg.pinv(np.diag(w.sum(axis=1)) - w, hermitian=True)
        potential = inverse[:, 0] - inverse[:, n - 1]
        flow = (w * abs(potential[:, None] - potential[None, :])).sum(axis=1) / 2
        flow[0] = flow[n - 1] = 1
        flow = [float(v) for v in flow]
    return {
        "name": name, "n": n, "ties": ties,
        "igraph": {
            "betweenness": g.betweenness(),
            "betweennessWeighted": g.betweenness(weights=lengths),
            "constraint": [number(v) for v in g.constraint(weights=[w for _, _, w in ties])],
            "constraintPlain": [number(v) for v in g.constraint()],
        },
        "networkx": {
            "betweenness": of(nx.betweenness_centrality(x, normalized=False)),
            "betweennessWeighted": of(nx.betweenness_centrality(x, normalized=False, weight="length")),
            "constraint": of(nx.constraint(x, weight="weight")),
            "effectiveSize": of(nx.effective_size(x, weight="weight")),
            "effectiveSizePlain": of(nx.effective_size(x)),
        },
        "flow": flow,
    }


def drawn(n, m, seed, weights):
    rng = random.Random(seed)
    pairs = rng.sample([(a, b) for a in range(n) for b in range(a + 1, n)], m)
    return [[a, b, weights(rng)] for a, b in sorted(pairs)]


karate = [[a, b, 1 + (7 * a + 3 * b) % 5] for a, b in nx.karate_club_graph().edges()]
whole = lambda rng: rng.randint(1, 9)
real = lambda rng: rng.uniform(0.1, 20)
graphs = [
    graph("star", 6, [[0, i, i] for i in range(1, 6)]),
    graph("path", 5, [[i, i + 1, 1.5] for i in range(4)]),
    graph("complete", 5, [[a, b, 1 + a + b] for a in range(5) for b in range(a + 1, 5)]),
    graph("two parts", 7, [[0, 1, 2], [1, 2, 3], [0, 2, 1], [3, 4, 5], [4, 5, 1], [5, 6, 2]]),
    graph("karate club", 34, karate),
    graph("drawn 12", 12, drawn(12, 30, 1, whole)),
    graph("drawn 25", 25, drawn(25, 90, 2, real)),
    graph("drawn 60", 60, drawn(60, 400, 3, whole)),
]
print("[\n" + ",\n".join(json.dumps(g, separators=(",", ":")) for g in graphs) + "\n]")
