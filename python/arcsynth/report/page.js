"use strict";
const COLOURS = JSON.parse(document.getElementById("palette").textContent);
const details = JSON.parse(document.getElementById("details").textContent);
const $ = (id) => document.getElementById(id);

// Text reaches the page as text alone: nothing here reads a string as markup.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function drawn(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// A grid as one path a colour, made of runs along the rows; cells that differ from the answer are crossed.
function drawGrid(digits, label, size, answer) {
  const rows = digits.split("|");
  const height = rows.length, width = rows[0].length;
  const paths = COLOURS.map(() => []);
  rows.forEach((row, y) => {
    for (let x = 0; x < width;) {
      let end = x + 1;
      while (end < width && row[end] === row[x]) end += 1;
      paths[row[x]].push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = end;
    }
  });
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, class: "grid", role: "img", "aria-label": `${label}, ${height} by ${width}` });
  if (size) {
    const cell = Math.max(3, Math.min(22, size / Math.max(width, height)));
    svg.setAttribute("width", Math.round(width * cell));
    svg.setAttribute("height", Math.round(height * cell));
  }
  paths.forEach((path, colour) => {
    if (path.length) svg.append(drawn("path", { d: path.join(""), fill: COLOURS[colour], "shape-rendering": "crispEdges" }));
  });
  if (size) {
    const lines = [];
    for (let x = 0; x <= width; x += 1) lines.push(`M${x} 0v${height}`);
    for (let y = 0; y <= height; y += 1) lines.push(`M0 ${y}h${width}`);
    svg.append(drawn("path", { d: lines.join(""), stroke: "#808080", "stroke-opacity": 0.55, "stroke-width": 0.04, fill: "none" }));
  }
  const wanted = answer ? answer.split("|") : [];
  if (wanted.length === height && wanted[0].length === width && answer !== digits) {
    const marks = [];
    rows.forEach((row, y) => [...row].forEach((digit, x) => {
      if (digit !== wanted[y][x]) marks.push(`M${x + 0.2} ${y + 0.2}l0.6 0.6m0 -0.6l-0.6 0.6`);
    }));
    const cross = { d: marks.join(""), fill: "none", "stroke-linecap": "round" };
    svg.append(drawn("path", { ...cross, stroke: "#000000", "stroke-width": 0.26 }), drawn("path", { ...cross, stroke: "#ffffff", "stroke-width": 0.13, class: "wrong-cells" }));
  }
  return svg;
}

/* Light and dark. */
const root = document.documentElement;
function remembered(value) {
  try {
    if (value) localStorage.setItem("arcsynth-theme", value);
    return localStorage.getItem("arcsynth-theme");
  } catch {
    return value; // A page opened from disk may have no storage.
  }
}
if (remembered()) root.dataset.theme = remembered();
$("theme").addEventListener("click", () => {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  remembered(root.dataset.theme);
});

// The page of a run under way asks again, unless somebody is reading a task or has chosen among them.
if (root.dataset.refresh) {
  setInterval(() => {
    const isChosen = [...$("filters").elements].some((field) => field.value);
    if (!$("task").open && !isChosen) location.reload();
  }, 1000 * Number(root.dataset.refresh));
}

/* The table: thumbnails as they come into view, filters, sorting. */
const body = $("table").tBodies[0];
const rows = [...body.rows];
const squares = [...$("mosaic").children];
const lines = rows.map((row, place) => ({
  row,
  square: squares[place],
  id: row.dataset.id,
  status: row.dataset.status,
  order: ["solved", "recalled", "demo", "unsolved", "pending"].indexOf(row.dataset.status),
  strategy: row.dataset.strategy,
  cost: row.dataset.cost === "" ? Infinity : Number(row.dataset.cost),
  seconds: row.dataset.seconds === "" ? Infinity : Number(row.dataset.seconds),
  program: row.querySelector(".k-program").textContent,
}));
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    const [input, output] = details[target.dataset.id].demo[0];
    target.cells[0].append(drawGrid(input, "input", 0), drawGrid(output, "output", 0));
  }
}, { rootMargin: "400px" });
rows.forEach((row) => watcher.observe(row));
for (const line of lines) line.text = `${line.id} ${line.strategy} ${(details[line.id].programs || []).map((program) => program.nested).join(" ")}`.toLowerCase();

let visible = lines;
function filter() {
  const form = $("filters").elements;
  const words = form.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const most = form.cost.value === "" ? null : Number(form.cost.value);
  for (const line of lines) {
    const fits = words.every((word) => line.text.includes(word)) && (!form.status.value || line.status === form.status.value)
      && (!form.strategy.value || line.strategy === form.strategy.value) && (most === null || line.cost <= most);
    line.row.hidden = !fits;
    line.square.classList.toggle("dim", !fits);
  }
  visible = lines.filter((line) => !line.row.hidden);
  $("shown").textContent = visible.length === lines.length ? `${lines.length} tasks` : `${visible.length} of ${lines.length} tasks`;
  document.querySelector(".nothing").hidden = visible.length > 0;
}
for (const event of ["input", "change"]) $("filters").addEventListener(event, filter);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(filter));

const KEYS = { id: (a) => a.id, status: (a) => a.order, strategy: (a) => a.strategy || "\uffff", cost: (a) => a.cost, seconds: (a) => a.seconds, program: (a) => a.program || "\uffff" };
for (const heading of document.querySelectorAll("#table th[data-key]")) {
  heading.firstElementChild.addEventListener("click", () => {
    const isDown = heading.getAttribute("aria-sort") === "ascending";
    document.querySelectorAll("#table th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const key = KEYS[heading.dataset.key], sign = isDown ? -1 : 1;
    lines.sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      return x === y ? (a.id < b.id ? -1 : 1) : (x < y ? -sign : sign);
    });
    body.append(...lines.map((line) => line.row));
    filter();
  });
}
body.addEventListener("click", (event) => {
  const row = event.target.closest("tr");
  if (row && !event.target.closest("a") && getSelection().isCollapsed) location.hash = `task=${encodeURIComponent(row.dataset.id)}`;
});

/* One task. */
const dialog = $("task");
let shown = null;

function figure(svg, ...caption) {
  return make("figure", {}, svg, caption.length ? make("figcaption", {}, ...caption) : null);
}

function pairs(samples) {
  return make("div", { class: "pairs" }, ...samples.map(([input, output], place) => make("div", { class: "pair" },
    figure(drawGrid(input, `demo ${place + 1} input`, 170)), make("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    figure(drawGrid(output, `demo ${place + 1} output`, 170)))));
}

function differing(digits, answer) {
  const [given, wanted] = [digits.split("|"), answer.split("|")];
  if (given.length !== wanted.length || given[0].length !== wanted[0].length) {
    return `${given.length} by ${given[0].length}, not ${wanted.length} by ${wanted[0].length}`;
  }
  const count = [...digits].filter((digit, place) => digit !== answer[place]).length;
  return `${count} wrong cell${count === 1 ? "" : "s"}`;
}

function trial(task, place) {
  const [input, answer] = task.test[place];
  const attempts = (task.attempts[place] || []).map((attempt, number) => {
    const verdict = attempt.right === null ? null : make("span", { class: `verdict ${attempt.right ? "right" : "wrong"}` },
      attempt.right ? " ✓ right" : ` ✗ ${differing(attempt.grid, answer)}`);
    const source = attempt.origin === "padded" ? "the input, for want of better" : attempt.program === null ? attempt.origin
      : `program ${attempt.program + 1}${attempt.origin === "recalled" ? ", recalled" : ""}`;
    const name = attempt.origin ? `attempt ${number + 1}` : "prediction";
    return figure(drawGrid(attempt.grid, name, 200, answer), name, verdict, source ? make("div", {}, source) : null);
  });
  return make("div", { class: "trial" }, figure(drawGrid(input, "test input", 200), "input"), ...attempts,
    answer === null ? null : figure(drawGrid(answer, "the answer", 200), "answer"));
}

function tidy(number) {
  return Number(number).toLocaleString("en");
}

function describe(program, place, task) {
  const words = [make("b", {}, `${place + 1}`), program.strategy ? `by ${program.strategy}` : null,
    program.origin && program.origin !== "found" ? program.origin : null,
    `${program.matched} of ${program.samples || task.demo.length} demo samples`,
    program.similarity === undefined ? null : `similarity ${program.similarity}`,
    program.cost === undefined ? null : `${program.cost} bits`,
    program.fuel === undefined ? null : `fuel ${tidy(program.fuel)}`,
    program.seconds === undefined ? null : `${(1000 * program.seconds).toPrecision(3)} ms`];
  const copy = make("button", { type: "button", "aria-label": `Copy program ${place + 1}` }, "Copy");
  copy.addEventListener("click", () => {
    const done = () => { copy.textContent = "Copied"; };
    if (navigator.clipboard) navigator.clipboard.writeText(program.nested).then(done, () => {});
  });
  const parts = [make("p", {}, ...words.filter(Boolean).map((word) => make("span", {}, word)), copy)];
  parts.push(make("pre", {}, program.nested || program.definition));
  if (program.definition && program.nested) {
    parts.push(make("details", {}, make("summary", {}, "Step by step"), make("pre", {}, program.definition)));
  }
  if (program.closed && program.closed.length) {
    parts.push(make("details", {}, make("summary", {}, "Difference scores"),
      make("ul", {}, ...program.closed.map(([niche, closed]) => make("li", {}, `${niche}: closes ${tidy(closed)}`)))));
  }
  if (program.lineage && program.lineage.length) {
    const births = program.lineage.map((birth) => make("li", {}, make("code", {}, birth.program.slice(0, 12)), ` ${birth.operator}`,
      birth.parents.length ? ` of ${birth.parents.map((parent) => parent.slice(0, 12)).join(", ")}` : "", ` in round ${birth.round}`));
    parts.push(make("details", {}, make("summary", {}, "Lineage"), make("ul", {}, ...births)));
  }
  return make("div", { class: "program", id: `program-${place}` }, ...parts);
}

function show(id) {
  const task = details[id];
  const line = lines.find((other) => other.id === id);
  shown = id;
  $("task-title").textContent = id;
  $("task-status").replaceChildren(...[...line.row.querySelector(".status").childNodes].map((node) => node.cloneNode(true)));
  const parts = [make("h3", {}, "Demo pairs"), pairs(task.demo)];
  task.test.forEach((_, place) => {
    parts.push(make("h3", {}, task.test.length > 1 ? `Test input ${place + 1}` : "Test input"), trial(task, place));
  });
  if (task.fuel !== undefined) {
    parts.push(make("h3", {}, "Search"), make("div", {}, [`fuel ${tidy(task.fuel)}`, task.values === undefined ? null : `${tidy(task.values)} distinct values`,
      task.seconds === undefined ? null : `${task.seconds.toFixed(3)} s`].filter(Boolean).join(" · ")));
  }
  parts.push(make("h3", {}, "Programs"), ...(task.programs.length ? task.programs.map((program, place) => describe(program, place, task)) : ["None yet."]));
  $("task-body").replaceChildren(...parts);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  $("task-title").focus();
}

function step(by) {
  const place = visible.findIndex((line) => line.id === shown);
  const line = visible[place + by];
  if (line) location.replace(`#task=${encodeURIComponent(line.id)}`);
}

// The id of the task that the address names, or null.
function linked() {
  const match = /^#task=(.*)$/s.exec(location.hash);
  try {
    return match && decodeURIComponent(match[1]);
  } catch {
    return null; // A link that was cut in the middle of a character.
  }
}

function follow() {
  const id = linked();
  if (id !== null && Object.hasOwn(details, id)) show(id);
  else if (dialog.open) dialog.close();
}
$("previous").addEventListener("click", () => step(-1));
$("next").addEventListener("click", () => step(1));
$("close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") step(-1);
  if (event.key === "ArrowRight") step(1);
});
dialog.addEventListener("close", () => {
  const line = lines.find((other) => other.id === shown);
  if (location.hash.startsWith("#task=")) {
    if (shown !== linked()) return; // Another task has been asked for meanwhile.
    history.replaceState(null, "", "#tasks");
  }
  shown = null;
  if (line && !line.row.hidden) line.row.querySelector("a").focus({ preventScroll: true });
});
addEventListener("hashchange", follow);
follow();
filter();
