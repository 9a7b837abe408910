"use strict";
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const dark = () => getComputedStyle(document.documentElement).colorScheme === "dark";
  const palette = () => dark()
    ? ["#8f9dff", "#57c7bb", "#f0a35a", "#cf9bf5", "#6fb6f2", "#e98aa8", "#a9c46c", "#d8b26a", "#8fa3b8", "#c58f7a"]
    : ["#3d4ed8", "#0d8a80", "#d97b1f", "#8a3fc2", "#2f86c9", "#c8466f", "#6f9330", "#a8822b", "#5b6f86", "#9a5b43"];
  const usd = (nanos) => {
    const d = nanos / 1e9;
    if (d === 0) return "$0";
    return "$" + (Math.abs(d) >= 0.01 ? d.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : Number(d.toPrecision(2)).toString());
  };
  const frame = (place) => ({
    animation: false,
    textStyle: { fontFamily: css("--sans"), color: css("--muted") },
    grid: { left: 4, right: 8, top: 34, bottom: 2, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow", shadowStyle: { color: css("--line-soft"), opacity: 0.6 } }, backgroundColor: css("--raised"), borderColor: css("--line"), textStyle: { color: css("--text"), fontSize: 12 } },
    legend: { type: "scroll", top: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: "roundRect", textStyle: { color: css("--muted"), fontSize: 12 }, pageTextStyle: { color: css("--muted") } },
  });
  const axis = () => ({ axisLine: { lineStyle: { color: css("--line") } }, axisTick: { show: false }, axisLabel: { color: css("--faint"), hideOverlap: true }, splitLine: { lineStyle: { color: css("--line-soft") } } });
  const label = (nanos, step) => {
    const iso = new Date(nanos / 1e6).toISOString();
    if (step < 86400e9) return iso.slice(5, 10) + " " + iso.slice(11, 16);
    return step > 27 * 86400e9 ? iso.slice(0, 7) : iso.slice(0, 10);
  };
  /* The buckets between the first and the last, so that time without calls is seen. */
  const buckets = (series) => {
    const starts = [...new Set(series.groups.flatMap((group) => group.points.map((point) => point.startNanos)))].sort((a, b) => a - b);
    const step = { HOUR: 3600e9, DAY: 86400e9, WEEK: 7 * 86400e9, MONTH: 28 * 86400e9 }[series.bucket];
    if (series.bucket === "MONTH" || starts.length < 2) return { starts, step };
    const first = starts[0], count = Math.round((starts.at(-1) - first) / step) + 1;
    return count > 2000 ? { starts, step } : { starts: Array.from({ length: count }, (_, i) => first + i * step), step };
  };
  const cost = (series, place) => {
    const none = place.dataset.none;
    const { starts, step } = buckets(series);
    const colors = palette();
    const title = (group) => (group.kind === "REST" ? "all others" : group.kind === "NONE" ? none : group.name);
    const unknown = starts.map((at) => series.groups.reduce((sum, group) => sum + group.points.filter((p) => Math.abs(p.startNanos - at) < 1e6).reduce((n, p) => n + p.totals.costUnknown, 0), 0));
    const shown = series.groups.map((group, i) => {
      const by = new Map(group.points.map((point) => [Math.round(point.startNanos / 1e6), point.totals.costNanoUsd]));
      const color = group.kind === "NAMED" ? colors[i % colors.length] : css(group.kind === "REST" ? "--rest" : "--none");
      return { name: title(group), type: "bar", stack: "cost", barMaxWidth: 42, itemStyle: { color }, data: starts.map((at) => by.get(Math.round(at / 1e6)) || 0) };
    });
    const option = {
      ...frame(),
      xAxis: { type: "category", data: starts.map((at) => label(at, step)), ...axis(), splitLine: { show: false } },
      yAxis: { type: "value", ...axis(), axisLine: { show: false }, axisLabel: { color: css("--faint"), formatter: usd } },
      series: shown,
    };
    option.tooltip.formatter = (rows) => {
      const there = rows.filter((row) => row.value).sort((a, b) => b.value - a.value);
      const lost = unknown[rows[0].dataIndex];
      return [rows[0].axisValue + "   " + usd(there.reduce((sum, row) => sum + row.value, 0)), ...there.map((row) => row.seriesName + "   " + usd(row.value)), ...(lost ? [lost.toLocaleString("en") + " calls of unknown cost"] : [])].join("\n");
    };
    return option;
  };
  const coverage = (data) => {
    const days = new Map();
    for (const row of data.rows) {
      const day = days.get(row.dayNanos) || { spans: 0, withUser: 0 };
      day.spans += row.spans;
      day.withUser += row.withUser;
      days.set(row.dayNanos, day);
    }
    const order = [...days.keys()].sort((a, b) => a - b);
    const of = (pick) => order.map((day) => pick(days.get(day)));
    const bar = { type: "bar", stack: "all", barMaxWidth: 42 };
    return {
      ...frame(),
      xAxis: { type: "category", data: order.map((day) => label(day, 86400e9)), ...axis(), splitLine: { show: false } },
      yAxis: { type: "value", ...axis(), axisLine: { show: false } },
      series: [{ ...bar, name: "with a user", itemStyle: { color: palette()[0] }, data: of((d) => d.withUser) }, { ...bar, name: "without", itemStyle: { color: css("--none") }, data: of((d) => d.spans - d.withUser) }],
    };
  };
  const draw = async (place) => {
    if (place.dataset.drawn) return;
    place.dataset.drawn = "soon";
    window.userContext.wait(1);
    try {
      const answer = await fetch(place.dataset.src);
      if (!answer.ok) throw new Error("the dashboard answered " + answer.status);
      const data = await answer.json();
      if (!place.isConnected) return;
      const chart = echarts.init(place, null, { renderer: "canvas" });
      const size = new ResizeObserver(() => chart.resize());
      window.userContext.drawn(place, () => { size.disconnect(); chart.dispose(); });
      chart.setOption({ cost, coverage }[place.dataset.chart](data, place));
      size.observe(place);
      place.dataset.drawn = "yes";
    } catch (e) {
      place.classList.add("none");
      place.textContent = "The chart can’t be shown: " + e.message;
    } finally {
      window.userContext.wait(-1);
    }
  };
  const all = () => document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("view", all);
  all();
})();
