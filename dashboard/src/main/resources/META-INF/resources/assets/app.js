"use strict";
(() => {
  htmx.config.allowEval = false;
  htmx.config.includeIndicatorStyles = false;
  htmx.config.historyCacheSize = 0;
  htmx.config.refreshOnHistoryMiss = true;

  const busy = document.getElementById("busy");
  const problem = document.getElementById("problem");
  let waiting = 0;
  const wait = (more) => {
    waiting = Math.max(0, waiting + more);
    busy.classList.toggle("on", waiting > 0);
  };
  const complain = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
  };
  /* A library holds on to what it has drawn, seen or not, until it is told that it is gone. */
  const drawings = new Map();
  const drawn = (place, remove) => drawings.set(place, remove);
  const clear = () => {
    for (const [place, remove] of drawings) {
      if (place.isConnected) continue;
      drawings.delete(place);
      remove();
    }
  };
  window.userContext = { wait, complain, drawn };

  /* Filters: the address says what is shown, and says nothing twice. */
  const exact = new Set(["id", "user", "env", "service", "name", "edge_from", "edge_to"]);
  const compact = (form) => {
    const query = new URLSearchParams();
    const custom = new FormData(form).get("range") === "custom";
    for (const [name, value] of new FormData(form)) {
      /* A stored name may end in a space; what is typed does not. */
      const said = exact.has(name) ? value : value.trim();
      if (said && (custom || (name !== "from" && name !== "to"))) query.append(name, said);
    }
    return form.getAttribute("action") + (query.size ? "?" + query : "");
  };
  let latest = 0;
  const show = async (form) => {
    const address = compact(form);
    const mine = ++latest;
    wait(1);
    complain("");
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
      const text = await answer.text();
      if (mine !== latest) return;
      if (answer.redirected && new URL(answer.url).pathname === "/login") return location.assign(address);
      const page = new DOMParser().parseFromString(text, "text/html");
      const view = page.getElementById("view");
      if (!answer.ok || !view) {
        const said = page.querySelector("#main p");
        return complain(said ? said.textContent : "The dashboard answered " + answer.status + ".");
      }
      /* All that leads elsewhere with the filters, or back to them. */
      for (const id of ["view", "nav", "exports", "brand", "back", "crumb", "jump"]) {
        const now = document.getElementById(id);
        const then = page.getElementById(id);
        if (now && then) now.replaceWith(document.adoptNode(then));
      }
      clear();
      htmx.process(document.getElementById("view"));
      history.pushState(null, "", address);
      shown = here();
      document.dispatchEvent(new CustomEvent("view"));
    } catch (e) {
      if (mine === latest) complain("The dashboard can’t be reached. " + e.message);
    } finally {
      wait(-1);
    }
  };
  let typing;
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || form.dataset.live === undefined || !event.target.matches("[type=search], [list]")) return;
    clearTimeout(typing);
    typing = setTimeout(() => show(form), 250);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form || form.dataset.live === undefined || event.target.matches("[type=search]")) return;
    if (event.target.name === "range" && event.target.value === "custom") return;
    clearTimeout(typing);
    show(form);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.live === undefined) return;
    event.preventDefault();
    clearTimeout(typing);
    show(event.target);
  });
  /* Not for another place of the same page, which "Skip to content" is. */
  const here = () => location.pathname + location.search;
  let shown = here();
  document.addEventListener("htmx:pushedIntoHistory", () => { shown = here(); });
  window.addEventListener("popstate", () => { if (here() !== shown) location.reload(); });

  /* What htmx fetches. */
  document.addEventListener("htmx:beforeRequest", (event) => { if (!event.target.closest(".waiting")) wait(1); });
  document.addEventListener("htmx:afterRequest", (event) => { if (!event.target.closest || !event.target.closest(".waiting")) wait(-1); });
  /* The form is not what was asked for: nothing of it would be shown, and the list look complete. */
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (!/^\/login(\?|$)/.test(event.detail.pathInfo.responsePath)) return;
    event.preventDefault();
    location.reload();
  });
  document.addEventListener("htmx:responseError", (event) => complain("The dashboard answered " + event.detail.xhr.status + "."));
  document.addEventListener("htmx:sendError", () => complain("The dashboard can’t be reached."));
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "span" && !document.querySelector(".waterfall")) return;
    const id = new URLSearchParams(location.search).get("span");
    const path = new URLSearchParams(new URL(event.detail.pathInfo.requestPath, location).search).get("span") || id;
    for (const row of document.querySelectorAll(".fall")) {
      const its = new URLSearchParams(row.getAttribute("href").split("?")[1]).get("span");
      if (its === path) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
    }
  });

  /* Who asked for more rows by a key goes on with them. */
  let lastRow;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const row = event.detail.target;
    lastRow = row.matches(".more") && row.contains(document.activeElement) ? row.previousElementSibling : null;
  });
  document.addEventListener("htmx:afterSwap", () => {
    const next = lastRow && lastRow.nextElementSibling;
    lastRow = null;
    if (next) next.querySelector(".main-link").focus();
  });

  /* Keys. */
  const rows = () => [...document.querySelectorAll("#view .grid tbody tr, .waterfall li")].filter((row) => row.querySelector("a"));
  let g = 0;
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const views = { u: "/users", a: "/audit", c: "/cost", n: "/network", s: "/search", o: "/coverage" };
    if (Date.now() - g < 1000 && views[event.key]) {
      const link = [...document.querySelectorAll("#nav a")].find((a) => a.pathname === views[event.key]);
      if (link) link.click();
    } else if (event.key === "g") {
      g = Date.now();
    } else if (event.key === "/") {
      const box = document.querySelector("[data-slash]");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (event.key === "j" || event.key === "k") {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const next = all[Math.min(all.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))];
      if (next) (next.querySelector(".main-link") || next.querySelector("a")).focus();
    }
  });

  /* Exports: the browser loads the file, and this says how far it is. */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("#exports a");
    if (!link) return;
    const name = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const address = new URL(link.href);
    address.searchParams.set("progress", name);
    const before = link.href;
    link.href = address;
    setTimeout(() => { link.href = before; }, 0);
    const note = document.getElementById("export-note");
    const say = (text) => { note.textContent = text; note.hidden = !text; };
    say("Exporting…");
    for (let tries = 0, lost = 0; tries < 36000 && lost < 10; tries++) {
      await new Promise((later) => setTimeout(later, 250));
      const answer = await fetch("/api/v1/exports/" + name).catch(() => null);
      if (!answer || answer.status !== 200) { lost++; continue; }
      lost = 0;
      const { rows, done } = await answer.json();
      say((done ? "Exported " : "Exporting… ") + rows.toLocaleString("en") + (rows === 1 ? " row" : " rows"));
      if (done) { setTimeout(() => say(""), 8000); return; }
    }
    say("");
  });

  document.getElementById("seen").value = getComputedStyle(document.documentElement).colorScheme;

  /* Copy. */
  for (const pre of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = "Copied";
      } catch (e) {
        getSelection().selectAllChildren(pre);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    pre.parentElement.append(button);
  }

  /* Suggestions of values for plain fields. */
  const scope = () => {
    const query = new URLSearchParams(location.search);
    const kept = new URLSearchParams();
    for (const name of ["range", "from", "to", "env", "service"]) if (query.has(name)) kept.set(name, query.get(name));
    return kept;
  };
  const suggestions = async (path, extra) => {
    const query = scope();
    for (const [name, value] of Object.entries(extra)) query.set(name, value);
    const answer = await fetch("/api/v1/" + path + "?" + query);
    return answer.ok ? answer.json() : [];
  };
  for (const field of document.querySelectorAll("[data-values]")) {
    const list = document.createElement("datalist");
    list.id = field.getAttribute("list");
    field.after(list);
    const fill = async () => {
      const found = await suggestions("values", { key: field.dataset.values, prefix: field.value, limit: 12 });
      list.replaceChildren(...found.map((one) => { const o = document.createElement("option"); o.value = one.text; return o; }));
    };
    field.addEventListener("focus", fill);
    field.addEventListener("input", fill);
  }

  /* Suggestions in the box of the query language: keys first, then values of the key. */
  for (const box of document.querySelectorAll("[data-suggest]")) {
    const list = document.createElement("div");
    list.className = "suggest";
    list.id = "suggest-list";
    list.setAttribute("role", "listbox");
    list.hidden = true;
    document.body.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");
    let found = [], at = -1, asked = 0;
    const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); mark(); };
    const word = () => {
      const end = box.selectionStart;
      const start = box.value.slice(0, end).search(/[^\s"]*("[^"]*)?$/);
      return { start, end, text: box.value.slice(start, end) };
    };
    const mark = () => {
      box.removeAttribute("aria-activedescendant");
      [...list.children].forEach((one, i) => {
        one.setAttribute("aria-selected", i === at);
        if (i === at) { box.setAttribute("aria-activedescendant", one.id); one.scrollIntoView({ block: "nearest" }); }
      });
    };
    const take = (one) => {
      const { start, end } = word();
      box.value = box.value.slice(0, start) + one + box.value.slice(end);
      const caret = start + one.length;
      box.setSelectionRange(caret, caret);
      close();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const quote = (value) => (/[\s"]/.test(value) || !value ? '"' + value.replace(/(["\\])/g, "\\$1") + '"' : value);
    const offer = async () => {
      const mine = ++asked;
      const { text } = word();
      const parts = /^(-?)([\p{L}\p{N}_][\p{L}\p{N}_.\-/]*):(.*)$/u.exec(text);
      const minus = text.startsWith("-") ? "-" : "";
      let options;
      if (parts) {
        const values = await suggestions("values", { key: parts[2], prefix: parts[3].replace(/"/g, ""), limit: 10 });
        options = values.map((one) => ({ show: one.text, take: minus + parts[2] + ":" + quote(one.text) + " ", spans: one.spans }));
      } else if (text && !/[<>=!"]/.test(text)) {
        const keys = await suggestions("keys", { prefix: text.slice(minus.length), limit: 10 });
        options = keys.map((one) => ({ show: one.text + ":", take: minus + one.text + ":", spans: one.spans }));
      } else {
        options = [];
      }
      if (mine !== asked || document.activeElement !== box) return;
      /* What is marked while an answer is on its way stays marked. */
      const marked = list.hidden || at < 0 ? null : found[at].take;
      found = options;
      at = options.findIndex((one) => one.take === marked);
      list.replaceChildren(...options.map((one, i) => {
        const row = document.createElement("div");
        row.setAttribute("role", "option");
        row.id = "suggest-" + i;
        const name = document.createElement("span");
        name.textContent = one.show;
        row.append(name);
        if (one.spans) { const n = document.createElement("small"); n.textContent = one.spans.toLocaleString("en"); row.append(n); }
        row.addEventListener("mousedown", (event) => { event.preventDefault(); take(one.take); });
        return row;
      }));
      mark();
      const place = box.getBoundingClientRect();
      list.style.left = place.left + scrollX + "px";
      list.style.top = place.bottom + scrollY + 8 + "px";
      list.hidden = options.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
    };
    box.addEventListener("input", offer);
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        mark();
      } else if ((event.key === "Enter" && at >= 0) || event.key === "Tab") {
        event.preventDefault();
        take(found[Math.max(0, at)].take);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    });
  }
})();
