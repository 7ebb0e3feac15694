// Opens the pages of PlanPages in a real Chromium and looks at them as people do: eyes, ears, keys, printers, and without scripts.
// Usage: node check.mjs CHROMIUM PAGES SCREENSHOTS
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [chromium, pages, screenshots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What a reader takes for at once. */
const MAX_PAINT_MS = 200;
/** What is seen without the script. */
const FIRST = 200;

const faults = [];
const expect = (fact, words) => { if (!fact) { faults.push(words); } };
const url = (name) => pathToFileURL(resolve(pages, name + ".html")).href;

mkdirSync(screenshots, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: chromium,
  // Where the check runs as root, as in a container, Chromium has no sandbox to offer.
  args: ["--disable-gpu", ...(process.getuid() === 0 ? ["--no-sandbox"] : [])],
  protocolTimeout: 120_000,
});

/** Opens a page; whatever it logs as an error, throws, or loads from elsewhere is a fault. */
async function open(name, { width = 1280, theme = "light", script = true } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  await page.setJavaScriptEnabled(script);
  page.on("console", (message) => expect(!["error", "warn"].includes(message.type()), `${name}: console: ${message.text()}`));
  page.on("dialog", (dialog) => { faults.push(`${name}: a script of a text ran: ${dialog.message()}`); dialog.dismiss(); });
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
  page.on("request", (request) => expect(/^(file|data):/.test(request.url()), `${name}: loads ${request.url()}`));
  await page.goto(url(name), { waitUntil: "load" });
  return page;
}

/** What axe-core finds, in the world of its own that a devtools script has, so that the page's policy holds. */
async function violations(page) {
  const client = await page.createCDPSession();
  const { frameTree } = await client.send("Page.getFrameTree");
  const { executionContextId } = await client.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  await client.send("Runtime.evaluate", { contextId: executionContextId, expression: axe });
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.map((each) =>
      each.id + ": " + each.help + " (" + each.nodes.length + " times, first " + each.nodes[0].target + ")"))`,
  });
  await client.detach();
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

async function hasNoViolation(page, words) {
  for (const violation of await violations(page)) {
    faults.push(`${words}: axe-core: ${violation}`);
  }
}

const items = (page) => page.$$eval("#list > li", (list) => list.length);
const hits = (page) => page.$eval("#hits", (element) => element.textContent);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

/** Changes a field of the filter and measures the time until the change is on the screen. */
const paint = (page, id, value) => page.evaluate((id, value) => new Promise((done) => {
  const field = document.getElementById(id);
  field.value = value;
  const start = performance.now();
  field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    channel.port2.postMessage(null);
  });
}), id, value);

async function looks() {
  for (const name of ["small", "tier", "different"]) {
    for (const width of [1280, 390]) {
      for (const theme of ["light", "dark"]) {
        const page = await open(name, { width, theme });
        const fits = () => page.evaluate((width) => document.documentElement.scrollWidth <= width, width);
        expect(await fits(), `${name} at ${width}: wider than the screen`);
        await page.screenshot({ path: join(screenshots, `${name}-${width}-${theme}.png`) });
        await hasNoViolation(page, `${name} at ${width}, ${theme}`);
        await page.$eval("#list details", (details) => { details.open = true; });
        if (name === "small") {
          await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
          await hasNoViolation(page, `${name} at ${width}, ${theme}, opened`);
        }
        expect(await fits(), `${name} at ${width}, opened: wider than the screen`);
        // What is off the screen is not drawn until it comes near; a picture of the whole page needs it.
        await page.$$eval("#list > li", (all) => all.forEach((item) => { item.style.contentVisibility = "visible"; }));
        const whole = name === "small";
        await page.screenshot({ path: join(screenshots, `${name}-${width}-${theme}-open.png`), fullPage: whole });
        await page.close();
      }
    }
    const page = await open(name);
    await page.emulateMediaType("print");
    await hasNoViolation(page, `${name}, printed`);
    await page.close();
  }
}

async function seesFaults() {
  const page = await open("small");
  await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
  expect((await violations(page)).length > 0, "axe-core does not see a button without a name");
  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML("beforeend", "<p>");
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  expect(refused, "the page lets a text become markup");
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("TrustedHTML")));
  await page.close();
}

async function worksWithoutScript() {
  for (const name of ["small", "tier", "different"]) {
    const page = await open(name, { script: false });
    const client = await page.createCDPSession();
    const { root } = await client.send("DOM.getDocument", { depth: 0 });
    const count = async (selector) =>
      (await client.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector })).nodeIds.length;
    const rows = await count("#list > li > details > .body");
    expect(name === "different" ? rows === FIRST : rows > 0, `${name}: ${rows} changes without the script`);
    expect((await count("#filter[hidden]")) === 1, `${name}: a filter that does nothing without the script`);
    await page.screenshot({ path: join(screenshots, `${name}-1280-without-script.png`) });
    await page.close();
  }
}

/** What the script builds from data is what the page holds as HTML. */
async function scriptBuildsTheSame() {
  const list = async (name) => {
    const page = await open(name);
    await page.click("#open");
    await page.waitForFunction(() => document.querySelectorAll("#list > li > details > .body").length === document.querySelectorAll("#list > li").length);
    const html = await page.$eval("#list", (element) => element.innerHTML.replaceAll(' open=""', "").replace(/>\n/g, ">"));
    await page.close();
    return html;
  };
  const [held, built] = [await list("small"), await list("small-by-script")];
  const at = [...held].findIndex((character, i) => character !== built[i]);
  expect(held === built, `the script builds another page: ${held.slice(at - 60, at + 60)} | ${built.slice(at - 60, at + 60)}`);
}

async function keysWork() {
  const page = await open("different");
  await page.keyboard.press("/");
  expect(await focused(page) === "search", "/ does not lead to the search");
  await page.keyboard.type("tenant-10777");
  expect((await hits(page)).startsWith("1 of 10,000 changes"), `search: ${await hits(page)}`);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page) === "SUMMARY", "the arrow does not lead to the first line");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#list > li:first-child > details[open] > .body");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline === "solid", "the focus is not seen");
  await page.keyboard.press("ArrowLeft");
  expect(await page.$("#list details[open]") === null, "the left arrow does not close a line");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  expect((await hits(page)).startsWith("10,000 changes"), `Escape: ${await hits(page)}`);
  await page.click("#theme");
  expect(await page.evaluate(() => document.documentElement.dataset.theme) === "dark", "the theme does not change");
  await page.close();
}

async function findsTenantsOfGroups() {
  const page = await open("tier");
  await paint(page, "search", "tenant-12345");
  expect((await hits(page)) === "1 of 4 changes, 1 of 3,002 tenants", `a tenant of a group: ${await hits(page)}`);
  const members = await page.$eval("#list .members", (element) => element.textContent);
  expect(members === "1 of them: tenant-12345", `a tenant of a group: ${members}`);
  // What stands for the names of each tenant is the name of the one that is asked for, also in what opens later.
  const files = () => page.$$eval("#list > li:first-child section.object h5 .quiet", (all) => all.map((each) => each.textContent));
  await page.$eval("#list > li:first-child > details", (details) => { details.open = true; });
  await page.waitForSelector("#list > li:first-child > details > .body");
  const own = await files();
  expect(own.length > 0 && own.every((each) => each.includes("tenants/tenant-12345/") && !each.includes("<")),
    `names of a tenant of a group: ${own[0]}`);
  expect((await page.$eval("#list .placeholders", (element) => element.textContent)).includes("<tenant>"),
    "what placeholders stand for is not said any more");
  await hasNoViolation(page, "tier, one tenant");
  await page.click("#reset");
  expect((await hits(page)) === "4 changes for 3,002 tenants", `reset: ${await hits(page)}`);
  const all = await files();
  expect(all.length > 0 && all.every((each) => each.includes("tenants/<tenant>/")), `names of all tenants: ${all[0]}`);
  await paint(page, "search", "tenant-12346.sites");
  expect((await files())[0]?.includes("tenants/tenant-12346/"), `a tenant by its host: ${(await files())[0]}`);
  await page.close();
}

/** Markup, a script and a turn of direction in every text: all of it is read, none of it acts. */
async function hostileTextsAreTexts() {
  const page = await open("hostile");
  await page.click("#open");
  await page.type("#search", "img");
  await page.waitForFunction(() => document.querySelectorAll("#list > li > details > .body").length === 3);
  const found = await page.evaluate(() => ({
    elements: document.querySelectorAll("img, h1 ~ h1").length,
    scripts: document.scripts.length,
    turned: /[\u202e]/.test(document.documentElement.textContent),
  }));
  expect(found.elements === 0 && found.scripts === 4, "a hostile text became an element");
  expect(!found.turned, "a hostile text turns what stands beside it around");
  await hasNoViolation(page, "hostile");
  // So is what stands in place of a placeholder once one tenant of a group is asked for.
  await paint(page, "search", "member-1");
  const own = await page.evaluate(() => ({
    text: document.querySelector("#list > li:first-child section.object h5").textContent,
    elements: document.querySelectorAll("img, h1 ~ h1").length,
    turned: /[\u202e]/.test(document.documentElement.textContent),
  }));
  expect(own.text.includes("member-1") && own.elements === 0 && !own.turned, `hostile names of one tenant: ${own.text}`);
  await page.close();
}

async function filtersWithoutLag() {
  const page = await open("different");
  const asked = [
    ["search", "t"], ["search", "te"], ["search", "tenant-19"], ["search", "memory"], ["search", "1777mi"], ["search", ""],
    ["tier", "1"], ["tier", ""], ["danger", "0"], ["danger", "none"], ["danger", ""], ["cluster", "2"], ["cluster", ""],
    ["fate", "added"], ["fate", ""],
  ];
  const times = asked.map(() => []);
  for (let round = 0; round < 5; round++) {
    for (const [i, [id, value]] of asked.entries()) {
      times[i].push(await paint(page, id, value));
    }
  }
  // What else runs on the machine disturbs single times, so each question is judged by the median of its own.
  const middle = (list) => [...list].sort((one, other) => one - other)[list.length >> 1];
  const medians = times.map(middle);
  const slowest = medians.indexOf(Math.max(...medians));
  const words = `${medians[slowest].toFixed(0)} ms (slowest of ${asked.length} questions: ${asked[slowest][0]} "${asked[slowest][1]}")`;
  console.log(`filter over 10,000 changes, to the next paint: ${middle(medians).toFixed(0)} ms (median), ${words}, `
    + `${Math.max(...times.flat()).toFixed(0)} ms (single worst of ${times.flat().length})`);
  expect(medians[slowest] < MAX_PAINT_MS, `the filter takes ${words}`);
  await paint(page, "search", "");
  const before = await items(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForFunction((before) => document.querySelectorAll("#list > li").length > before, {}, before)
    .catch(() => faults.push("scrolling shows no more lines"));
  await page.close();
  const other = await browser.newPage();
  await other.goto(url("different"), { waitUntil: "load" });
  const opened = await other.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
  console.log(`the page of 10,000 changes is open after ${opened.toFixed(0)} ms`);
  await other.close();
}

try {
  for (const step of [looks, seesFaults, worksWithoutScript, scriptBuildsTheSame, keysWork, findsTenantsOfGroups, hostileTextsAreTexts, filtersWithoutLag]) {
    await step();
  }
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error([...new Set(faults)].join("\n"));
  process.exit(1);
}
console.log("the plan's page is as it should be, in three sizes, two widths and two themes");
