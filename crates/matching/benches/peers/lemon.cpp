// Times LEMON (Debian's liblemon-dev; Boost licence) on one file: `lemon flow|hours|pool FILE REPS` prints a line of JSON, as
// `solve` does. Building the graph from a list in memory counts, reading the file does not.
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using Rows = std::vector<std::vector<long long>>;

static Rows read(const std::string &name) {
    std::ifstream file(name);
    std::string line, cell;
    std::getline(file, line);
    Rows rows;
    while (std::getline(file, line)) {
        std::stringstream cells(line);
        rows.emplace_back();
        while (std::getline(cells, cell, ',')) rows.back().push_back(std::stoll(cell));
    }
    return rows;
}

struct Value {
    long long units = 0, score = 0;
};

// Best total first: somebody may stay alone.
static Value pool(const Rows &pairs) {
    long long people = 0;
    for (auto &pair : pairs) people = std::max(people, std::max(pair[0], pair[1]) + 1);
    lemon::SmartGraph graph;
    graph.reserveNode(people);
    graph.reserveEdge(pairs.size());
    for (long long at = 0; at < people; at++) graph.addNode();
    lemon::SmartGraph::EdgeMap<long long> weights(graph);
    for (auto &pair : pairs) weights[graph.addEdge(graph.nodeFromId(pair[0]), graph.nodeFromId(pair[1]))] = pair[2];
    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long long>> solver(graph, weights);
    solver.run();
    return {solver.matchingSize(), solver.matchingWeight()};
}

// Most pairs or hours first: staying alone costs more than any way round could bring. With no needs given, each mentee has one.
static Value flow(const Rows &pairs, const Rows &places, const Rows &needs) {
    long long mentees = needs.size(), most = 0, all = 0;
    for (auto &pair : pairs) {
        mentees = std::max(mentees, pair[0] + 1);
        most = std::max(most, pair[2]);
    }
    auto hours = [&](long long at) { return needs.empty() ? 1 : (int)needs[at][1]; };
    long long mentors = places.size(), alone = (most + 1) * 2 * std::min(mentees, mentors);
    lemon::SmartDigraph graph;
    graph.reserveNode(mentees + mentors + 1);
    graph.reserveArc(pairs.size() + mentees + mentors);
    for (long long at = 0; at <= mentees + mentors; at++) graph.addNode();
    lemon::SmartDigraph::ArcMap<int> most_on(graph);
    lemon::SmartDigraph::ArcMap<long long> costs(graph);
    lemon::SmartDigraph::NodeMap<int> supply(graph, 0);
    auto end = graph.nodeFromId(mentees + mentors);
    auto arc = [&](lemon::SmartDigraph::Node from, lemon::SmartDigraph::Node to, int units, long long cost) {
        auto made = graph.addArc(from, to);
        most_on[made] = units;
        costs[made] = cost;
        return made;
    };
    std::vector<lemon::SmartDigraph::Arc> arcs;
    for (auto &pair : pairs)
        arcs.push_back(arc(graph.nodeFromId(pair[0]), graph.nodeFromId(mentees + pair[1]), hours(pair[0]), -pair[2]));
    for (auto &place : places) arc(graph.nodeFromId(mentees + place[0]), end, place[1], 0);
    for (long long at = 0; at < mentees; at++) {
        arc(graph.nodeFromId(at), end, hours(at), alone);
        supply[graph.nodeFromId(at)] = hours(at);
        all += hours(at);
    }
    supply[end] = -all;
    lemon::NetworkSimplex<lemon::SmartDigraph, int, long long> solver(graph);
    solver.upperMap(most_on).costMap(costs).supplyMap(supply).run();
    Value value;
    for (size_t at = 0; at < pairs.size(); at++) {
        value.units += solver.flow(arcs[at]);
        value.score += solver.flow(arcs[at]) * pairs[at][2];
    }
    return value;
}

// Of this process, which has one thread.
static double processor_ms() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int count, char **words) {
    if (count != 4) {
        std::fprintf(stderr, "usage: lemon flow|hours|pool FILE REPS\n");
        return 1;
    }
    std::string question = words[1], file = words[2];
    Rows pairs = read(file), places, needs;
    std::string stem = file.substr(0, file.size() - 4);
    if (question == "flow") places = read(stem + ".cap.csv");
    if (question == "hours") {
        places = read(stem + ".offer.csv");
        needs = read(stem + ".need.csv");
    }
    double least = 1e300, processor = 1e300;
    Value value;
    for (int rep = 0; rep < std::max(1, std::atoi(words[3])); rep++) {
        auto began = std::chrono::steady_clock::now();
        double before = processor_ms();
        value = question == "pool" ? pool(pairs) : flow(pairs, places, needs);
        processor = std::min(processor, processor_ms() - before);
        least = std::min(least, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::printf("{\"units\":%lld,\"score\":%lld,\"least_ms\":%.4f,\"cpu_ms\":%.4f}\n", value.units, value.score, least,
                processor);
}
