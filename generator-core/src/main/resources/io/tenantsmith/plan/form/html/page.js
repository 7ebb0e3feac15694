
"use strict";
(() => {
  /** Lines that are shown at once; more of them as the reader comes near the end. */
  const CHUNK = 100;

  /** What a line of data may build; what the page holds is ours, this is the second lock. */
  const TAGS = new Set(("b bdi caption code dd del details div dl dt h3 h4 h5 ins li ol p pre section span summary table "
    + "tbody td th thead tr ul wbr").split(" "));
  const ATTRIBUTES = new Set(["colspan", "data-label", "scope", "title"]);

  const byId = (id) => document.getElementById(id);

  /* The theme: the reader's system decides until the reader does. */
  const root = document.documentElement;
  const theme = byId("theme");
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  systemIsDark.addEventListener("change", nameTheme);
  nameTheme();
  theme.hidden = false;

  const list = byId("list");
  if (!list) {
    return;
  }

  const index = JSON.parse(byId("index").textContent);
  const groups = index.groups;
  const parts = JSON.parse(byId("parts").textContent);
  const lines = byId("rows").textContent.split("\n");
  const items = Array.from(list.children);
  const first = items.length;
  const allTenants = groups.reduce((sum, group) => sum + group.tenants.length, 0);

  const filter = byId("filter");
  const search = byId("search");
  const hits = byId("hits");
  const more = byId("more");
  const open = byId("open");
  const choices = ["fate", "danger", "cause", "tier", "cluster"].map(byId).filter(Boolean);

  /** The element that a line of data describes. */
  function built(data) {
    if (typeof data === "string") {
      return document.createTextNode(data);
    }
    if (typeof data === "number") {
      return built(parts[data]);
    }
    const [tag, ...classes] = data[0].split(".");
    if (!TAGS.has(tag)) {
      throw new Error("no element of this page: " + tag);
    }
    const element = document.createElement(tag);
    if (classes.length > 0) {
      element.className = classes.join(" ");
    }
    for (const part of data.slice(1)) {
      if (typeof part !== "object" || Array.isArray(part)) {
        element.append(built(part));
      } else {
        for (const [name, value] of Object.entries(part)) {
          if (!ATTRIBUTES.has(name)) {
            throw new Error("no attribute of this page: " + name);
          }
          element.setAttribute(name, value);
        }
      }
    }
    return element;
  }

  /** The list item of a group; what opens below its line is built when it opens. */
  function item(number) {
    if (!items[number]) {
      const [line, body] = lines[number - first].split("\t");
      const details = document.createElement("details");
      details.append(built(JSON.parse(line)));
      details.addEventListener("toggle", () => {
        details.append(built(JSON.parse(body)));
        showNames(number, shownFor.get(number));
      }, { once: true });
      const entry = document.createElement("li");
      entry.className = "change";
      entry.append(details);
      items[number] = entry;
    }
    return items[number];
  }

  /** What is asked for now. */
  function asked() {
    const value = (id) => (byId(id) ? byId(id).value : "");
    const number = (id) => (value(id) === "" ? -1 : Number(value(id)));
    return {
      terms: search.value.toLowerCase().split(/\s+/).filter(Boolean),
      fate: value("fate"),
      danger: value("danger"),
      cause: number("cause"),
      tier: number("tier"),
      cluster: number("cluster"),
    };
  }

  function hasDanger(group, danger) {
    switch (danger) {
      case "": return true;
      case "some": return group.dangers.length > 0;
      case "none": return group.dangers.length === 0;
      default: return group.dangers.includes(Number(danger));
    }
  }

  /** The names of a tenant as they are searched, made once. */
  function searched(tenant) {
    tenant[4] ??= (tenant[3] ?? []).filter((name) => name !== 0).join(" ").toLowerCase();
    return tenant[4];
  }

  /** Which tenants of a group are asked for; null if the group is not. */
  function found(group, ask, known) {
    if ((ask.fate !== "" && group.fate !== ask.fate) || !hasDanger(group, ask.danger)
        || (ask.cause >= 0 && !group.causes.includes(ask.cause))) {
      return null;
    }
    const left = ask.terms.filter((term, i) => !group.words.some((word) => known[i][word]));
    if (group.tenants.length === 0) {
      const fits = left.length === 0 && ask.tier < 0 && (ask.cluster < 0 || group.cluster === ask.cluster);
      return fits ? [] : null;
    }
    if (left.length === 0 && ask.tier < 0 && ask.cluster < 0) {
      return group.tenants;
    }
    const tenants = group.tenants.filter((tenant) =>
      (ask.tier < 0 || tenant[1] === ask.tier) && (ask.cluster < 0 || tenant[2] === ask.cluster)
        && left.every((term) => tenant[0].toLowerCase().includes(term) || searched(tenant).includes(term)));
    return tenants.length > 0 ? tenants : null;
  }

  /** What lines said of their tenants before a part of them was asked for. */
  const named = new Map();

  let shown = [];
  let count = 0;

  const format = (number) => number.toLocaleString("en");
  const counted = (number, one, many) => format(number) + " " + (number === 1 ? one : many);

  /** The tenants of a line are those that are asked for, if they are not all. */
  function nameMembers(number, tenants) {
    const members = item(number).querySelector(".members");
    const all = groups[number].tenants;
    const isPart = tenants.length < all.length;
    if (!isPart && !named.has(number)) {
      return;
    }
    if (!named.has(number)) {
      named.set(number, members.textContent);
    }
    members.classList.toggle("found", isPart);
    const names = tenants.slice(0, 5).map((tenant) => tenant[0]).join(", ");
    const rest = tenants.length > 5 ? ` and ${format(tenants.length - 5)} more` : "";
    const isolated = document.createElement("bdi");
    isolated.textContent = isPart
      ? `${format(tenants.length)} of them: ${names}${rest}` : named.get(number);
    members.replaceChildren(isolated);
  }

  /** The one tenant whose own names a line shows, and the texts that say placeholders for all. */
  const shownFor = new Map();
  const general = new Map();

  /** A line shows the names of a tenant in place of placeholders, or these again where it is none. */
  function showNames(number, tenant) {
    for (const [node, text] of general.get(number) ?? []) {
      node.data = text;
    }
    general.delete(number);
    shownFor.delete(number);
    if (tenant === undefined) {
      return;
    }
    const names = new Map(groups[number].places.map((place, i) => [place, tenant[3][i] === 0 ? tenant[0] : tenant[3][i]]));
    const replaced = [];
    const texts = document.createTreeWalker(item(number), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const own = node.data.replace(/<[a-z0-9-]+>/g, (place) => names.get(place) || place);
      if (own !== node.data && !node.parentElement.closest(".placeholders, .members")) {
        replaced.push([node, node.data]);
        node.data = own;
      }
    }
    general.set(number, replaced);
    shownFor.set(number, tenant);
  }

  function showMore() {
    const next = shown.slice(count, count + CHUNK);
    for (const [number, tenants] of next) {
      nameMembers(number, tenants);
      const { places, tenants: all } = groups[number];
      const isOne = tenants.length === 1 && all.length > 1 && places.length > 0;
      if (isOne || shownFor.has(number)) {
        showNames(number, isOne ? tenants[0] : undefined);
      }
      if (open.getAttribute("aria-pressed") === "true") {
        item(number).firstElementChild.open = true;
      }
    }
    list.append(...next.map(([number]) => item(number)));
    count += next.length;
    offerMore();
  }

  function offerMore() {
    const left = shown.length - count;
    more.hidden = left === 0;
    more.textContent = `Show ${format(Math.min(CHUNK, left))} more of ${format(left)}`;
  }

  /** Looks for what is asked for, and says how much it is. */
  function find() {
    const ask = asked();
    const known = ask.terms.map((term) => index.words.map((word) => word.includes(term)));
    shown = [];
    let tenants = 0;
    groups.forEach((group, number) => {
      const members = found(group, ask, known);
      if (members !== null) {
        shown.push([number, members]);
        tenants += members.length;
      }
    });
    const isAll = shown.length === groups.length && tenants === allTenants;
    hits.textContent = isAll
      ? `${counted(groups.length, "change", "changes")} for ${counted(allTenants, "tenant", "tenants")}`
      : `${format(shown.length)} of ${counted(groups.length, "change", "changes")}, `
        + `${format(tenants)} of ${counted(allTenants, "tenant", "tenants")}`;
  }

  function apply() {
    find();
    list.replaceChildren();
    count = 0;
    showMore();
  }

  function reset() {
    search.value = "";
    choices.forEach((choice) => { choice.value = ""; });
    apply();
  }

  /* Keys: "/" to the search, arrows from line to line, left and right close and open one. */
  const summaries = () => Array.from(list.children, (entry) => entry.firstElementChild.firstElementChild);

  function move(step) {
    const all = summaries();
    const at = all.indexOf(document.activeElement);
    if (at + step >= all.length) {
      showMore();
    }
    if (at + step < 0) {
      search.focus();
    } else {
      const target = summaries()[at + step];
      if (target) {
        target.focus();
      }
    }
  }

  document.addEventListener("keydown", (event) => {
    const active = document.activeElement;
    const onLine = active && active.parentElement && active.parentElement.parentElement
      && active.parentElement.parentElement.parentElement === list;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/" && !["INPUT", "SELECT", "TEXTAREA"].includes(active.tagName)) {
      search.focus();
      search.select();
    } else if (event.key === "Escape" && active === search) {
      search.value = "";
      apply();
    } else if (event.key === "ArrowDown" && (onLine || active === search)) {
      move(1);
    } else if (event.key === "ArrowUp" && onLine) {
      move(-1);
    } else if (event.key === "ArrowRight" && onLine) {
      active.parentElement.open = true;
    } else if (event.key === "ArrowLeft" && onLine) {
      active.parentElement.open = false;
    } else {
      return;
    }
    event.preventDefault();
  });

  filter.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", apply);
  choices.forEach((choice) => choice.addEventListener("change", apply));
  byId("reset").addEventListener("click", reset);
  more.addEventListener("click", showMore);
  open.addEventListener("click", () => {
    const isOpen = open.getAttribute("aria-pressed") !== "true";
    open.setAttribute("aria-pressed", String(isOpen));
    summaries().forEach((summary) => { summary.parentElement.open = isOpen; });
  });
  document.querySelectorAll("[data-danger]").forEach((button) => {
    button.disabled = false;
    button.addEventListener("click", () => {
      reset();
      const choice = byId("danger");
      if (choice) {
        choice.value = button.dataset.danger;
        apply();
      }
      byId("changes").focus();
    });
  });
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !more.hidden) {
      showMore();
    }
  }, { rootMargin: "600px" }).observe(more);

  filter.hidden = false;
  find();
  count = first;
  offerMore();
  if (first === 0) {
    showMore();
  }
})();
