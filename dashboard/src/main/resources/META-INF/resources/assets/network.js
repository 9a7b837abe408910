"use strict";
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const kinds = ["USER", "SERVICE", "AGENT", "TOOL", "MODEL"];
  const key = (node) => node.kind + ":" + node.name;
  const param = (node) => node.kind.toLowerCase() + ":" + node.name;
  const usd = (nanos) => (nanos === 0 ? "$0" : "$" + (nanos >= 1e7 ? (nanos / 1e9).toFixed(2) : Number((nanos / 1e9).toPrecision(2))));
  const took = (nanos) => (nanos < 1e6 ? (nanos / 1e3).toFixed(0) + " µs" : nanos < 1e9 ? (nanos / 1e6).toFixed(nanos < 1e7 ? 1 : 0) + " ms" : (nanos / 1e9).toFixed(2) + " s");
  const short = (text) => (text.length > 26 ? text.slice(0, 25) + "…" : text);

  const link = (extra, everybody) => {
    const query = new URLSearchParams(location.search);
    query.delete("users");
    if (everybody) query.delete("user");
    for (const [name, value] of Object.entries(extra)) query.set(name, value);
    return "/audit?" + query;
  };
  /* An address has no empty value; the search can ask for what is not there. */
  const those = (node) => {
    const kind = node.kind.toLowerCase();
    if (node.name) return { [kind]: node.name };
    const asked = new URLSearchParams(location.search).get("q") || "";
    return { llm: "true", q: (asked + " -" + kind + ":*").trim() };
  };
  const say = (title, kind, facts, address) => {
    const side = document.getElementById("picked");
    const head = document.createElement("h2");
    const role = document.createElement("span");
    role.className = "role role-" + kind.toLowerCase();
    role.textContent = kind.toLowerCase();
    head.append(role, " " + title);
    const list = document.createElement("dl");
    list.className = "facts";
    for (const [name, value] of facts) {
      const dt = document.createElement("dt"), dd = document.createElement("dd");
      dt.textContent = name;
      dd.textContent = value;
      list.append(dt, dd);
    }
    const more = document.createElement("a");
    more.className = "button";
    more.href = address;
    more.textContent = "Spans behind it";
    side.replaceChildren(head, list, more);
  };
  const facts = (one) => [["Calls", one.calls.toLocaleString("en")], ["Errors", one.errors.toLocaleString("en")], ["p50", took(one.latency.p50Nanos)], ["p95", took(one.latency.p95Nanos)], ["Cost", usd(one.costNanoUsd)]];

  /* Columns by kind, each sorted by where its callers stand: few crossings, and the same picture each time. */
  const places = (graph, width, height) => {
    const columns = kinds.map((kind) => graph.nodes.filter((one) => one.node.kind === kind)).filter((column) => column.length);
    const at = new Map();
    columns.forEach((column, x) => {
      const rank = (one) => {
        const from = graph.edges.filter((e) => key(e.edge.to) === key(one.node) && at.has(key(e.edge.from)));
        return from.length ? from.reduce((sum, e) => sum + at.get(key(e.edge.from)).y * e.calls, 0) / from.reduce((sum, e) => sum + e.calls, 0) : 0;
      };
      const sorted = x ? column.map((one) => [rank(one), one]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1]) : column;
      const gap = Math.max(46, height / (sorted.length + 1));
      sorted.forEach((one, y) => at.set(key(one.node), { x: columns.length > 1 ? 90 + (x * (width - 180)) / (columns.length - 1) : width / 2, y: (y - (sorted.length - 1) / 2) * gap }));
    });
    return at;
  };

  const draw = async (place) => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = "soon";
    window.userContext.wait(1);
    const ask = async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error("the dashboard answered " + answer.status);
      return answer.json();
    };
    let graph, theirs;
    try {
      [graph, theirs] = await Promise.all([ask(place.dataset.src), place.dataset.lit ? ask(place.dataset.lit) : null]);
    } catch (e) {
      place.textContent = "The network can’t be shown: " + e.message;
      return;
    } finally {
      window.userContext.wait(-1);
    }
    if (!place.isConnected) return;
    /* What served the user has the user's figures; a user beyond those that are drawn comes in by it. */
    const id = (one) => (one.node ? key(one.node) : key(one.edge.from) + "→" + key(one.edge.to));
    const lit = new Map(theirs ? [...theirs.nodes, ...theirs.edges].map((one) => [id(one), one]) : []);
    if (theirs) {
      const drawn = new Set([...graph.nodes, ...graph.edges].map(id));
      graph.nodes.push(...theirs.nodes.filter((one) => !drawn.has(id(one))));
      graph.edges.push(...theirs.edges.filter((one) => !drawn.has(id(one))));
    }
    const most = Math.max(1, ...graph.nodes.map((one) => one.calls));
    const busiest = Math.max(1, ...graph.edges.map((one) => one.calls));
    const at = places(graph, place.clientWidth, place.clientHeight);
    const known = new Set(graph.nodes.map((one) => key(one.node)));
    const cy = cytoscape({
      container: place,
      minZoom: 0.2,
      maxZoom: 3,
      elements: [
        ...graph.nodes.map((one) => ({ data: { id: key(one.node), label: short(one.node.name), size: 16 + 22 * Math.sqrt(one.calls / most), color: css("--k-" + one.node.kind.toLowerCase()), one }, position: { ...at.get(key(one.node)) } })),
        ...graph.edges.filter((one) => known.has(key(one.edge.from)) && known.has(key(one.edge.to))).map((one) => ({ data: { id: key(one.edge.from) + "→" + key(one.edge.to), source: key(one.edge.from), target: key(one.edge.to), width: 1 + 5 * Math.sqrt(one.calls / busiest), color: one.errors / one.calls > 0.05 ? css("--bad") : css("--faint"), one } })),
      ],
      layout: { name: "preset", fit: true, padding: 36 },
      style: [
        { selector: "node", style: { label: "data(label)", width: "data(size)", height: "data(size)", "background-color": "data(color)", color: css("--text"), "font-family": css("--sans"), "font-size": 11, "text-valign": "bottom", "text-margin-y": 4, "text-background-color": css("--surface"), "text-background-opacity": 0.8, "text-background-padding": 1 } },
        { selector: "edge", style: { width: "data(width)", "line-color": "data(color)", "target-arrow-color": "data(color)", "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "bezier", opacity: 0.55 } },
        { selector: ".dim", style: { opacity: 0.12 } },
        { selector: ".lit", style: { opacity: 0.95 } },
        { selector: ":selected", style: { "border-width": 3, "border-color": css("--text"), "line-color": css("--accent"), "target-arrow-color": css("--accent") } },
      ],
    });
    const show = (chain) => {
      cy.elements().removeClass("lit dim");
      chain.addClass("lit");
      cy.elements().difference(chain).addClass("dim");
    };
    const rest = () => (theirs ? show(cy.elements().filter((one) => lit.has(one.id()))) : cy.elements().removeClass("lit dim"));
    const light = (start) => show(start.union(start.successors()).union(start.predecessors()));
    cy.on("tap", "node", (event) => {
      const one = lit.get(event.target.id()) || event.target.data("one");
      light(event.target);
      say(one.node.name, one.node.kind, facts(one), link(those(one.node), !lit.has(event.target.id())));
    });
    cy.on("tap", "edge", (event) => {
      const one = lit.get(event.target.id()) || event.target.data("one");
      light(event.target.union(event.target.connectedNodes()));
      say("to " + one.edge.to.name, one.edge.from.kind, [["From", one.edge.from.name], ["To", one.edge.to.name], ...facts(one)], link({ edge_from: param(one.edge.from), edge_to: param(one.edge.to) }, !lit.has(event.target.id())));
    });
    cy.on("tap", (event) => { if (event.target === cy) rest(); });
    rest();
    place.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
      if (by) { event.preventDefault(); cy.panBy({ x: by[0], y: by[1] }); }
      if (event.key === "+" || event.key === "-") cy.zoom({ level: cy.zoom() * (event.key === "+" ? 1.2 : 0.8), renderedPosition: { x: place.clientWidth / 2, y: place.clientHeight / 2 } });
      if (event.key === "0") cy.fit(undefined, 36);
    });
    const size = new ResizeObserver(() => cy.resize());
    window.userContext.drawn(place, () => { size.disconnect(); cy.destroy(); });
    size.observe(place);
    place.cytoscape = cy;
    place.dataset.drawn = "yes";
  };
  const all = () => document.querySelectorAll("[data-network]").forEach(draw);
  document.addEventListener("view", all);
  all();
})();
