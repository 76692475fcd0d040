// What WCAG 2.2 AA asks of a page, as far as a program can see it. Returns a list of problems in words.
const problems = [];
const say = (rule, element, what) =>
  problems.push(`${rule}: ${what}${element ? ` at <${element.tagName.toLowerCase()}> "${(element.textContent || element.name || "").trim().slice(0, 40)}"` : ""}`);
const all = (css) => [...document.querySelectorAll(css)];
const style = (element) => getComputedStyle(element);
const isShown = (element) =>
  element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest("[aria-hidden=true]");

// 1.3.1, 2.4.6, 2.4.2, 3.1.1: structure, titles, language.
if (!document.title.trim()) say("2.4.2", null, "the page has no title");
if (!/^[a-z]{2}$/.test(document.documentElement.lang)) say("3.1.1", null, "the page names no language");
for (const landmark of ["header", "main", "footer"])
  if (all(`body > ${landmark}`).length !== 1) say("1.3.1", null, `there is not one <${landmark}>`);
const headings = all("h1, h2, h3, h4").filter(isShown).map((heading) => Number(heading.tagName[1]));
if (headings.filter((level) => level === 1).length !== 1) say("1.3.1", null, "there is not one <h1>");
headings.forEach((level, index) => {
  if (index && level > headings[index - 1] + 1) say("1.3.1", null, `a heading of level ${level} follows one of ${headings[index - 1]}`);
});
const ids = all("[id]").map((element) => element.id);
ids.filter((id, index) => ids.indexOf(id) !== index).forEach((id) => say("4.1.2", null, `the id ${id} is there twice`));
for (const attribute of ["aria-labelledby", "aria-describedby", "for"])
  all(`[${attribute}]`).forEach((element) =>
    element.getAttribute(attribute).split(" ").filter((id) => !document.getElementById(id))
      .forEach((id) => say("1.3.1", element, `${attribute} names ${id}, which is not there`)));

// 1.3.5, 3.3.1, 3.3.2, 4.1.2: fields have names, purposes, and say what is wrong with them.
const fields = all("input:not([type=hidden]), textarea, select").filter(isShown);
for (const field of fields) {
  if (!field.labels?.length) say("3.3.2", field, "a field has no label");
  if (field.type === "radio" && !field.closest("fieldset")?.querySelector("legend")) say("1.3.1", field, "choices have no question");
  if (field.getAttribute("aria-invalid") === "true" && !field.getAttribute("aria-describedby")) say("3.3.1", field, "nothing says what is wrong");
  const purpose = { name: "name", address: "email" }[field.name];
  if (purpose && field.autocomplete !== purpose) say("1.3.5", field, `autocomplete is not ${purpose}`);
}
all("a, button").filter(isShown).forEach((element) => {
  if (!element.textContent.trim() && !element.ariaLabel) say("4.1.2", element, "it has no name");
});
all("img").forEach((image) => { if (!image.hasAttribute("alt")) say("1.1.1", image, "a picture has no text"); });

// 1.4.3, 1.4.11: contrast.
const numbers = (colour) => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
const over = (top, below) => ({
  r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
});
const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
const ground = (element) => {
  if (!element) return canvas;
  const colour = numbers(style(element).backgroundColor);
  return colour.a === 1 ? colour : over(colour, ground(element.parentElement));
};
const light = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((part) => { const s = part / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const contrast = (one, two) => { const [a, b] = [light(one), light(two)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !isShown(element) || element.closest("option, .trap")) continue;
  const behind = ground(element);
  const found = contrast(over(numbers(style(element).color), behind), behind);
  const size = parseFloat(style(element).fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style(element).fontWeight) >= 700);
  if (found < (isLarge ? 3 : 4.5)) say("1.4.3", element, `contrast is ${found.toFixed(2)}`);
}
for (const field of fields.filter((field) => !["radio", "file"].includes(field.type))) {
  const found = contrast(numbers(style(field).borderTopColor), ground(field.parentElement));
  if (found < 3) say("1.4.11", field, `the edge of a field has contrast ${found.toFixed(2)}`);
}

// 1.4.10: nothing to scroll sideways. 1.4.4: text is not set in fixed pixels on the root.
if (document.documentElement.scrollWidth > innerWidth) say("1.4.10", null, `the page is ${document.documentElement.scrollWidth} wide on a screen of ${innerWidth}`);

// 2.5.8: targets of 24 by 24; links within a sentence need not be.
for (const target of all("a, button, input:not([type=hidden]), textarea, summary").filter(isShown)) {
  if (target.closest(".trap") || (target.matches("p a") && style(target).display === "inline")) continue;
  const { width, height } = (target.type === "radio" ? target.closest("label") : target).getBoundingClientRect();
  if (width < 24 || height < 24) say("2.5.8", target, `a target is ${Math.round(width)} by ${Math.round(height)}`);
}

// Our own rules: no scripts, no inline style, nothing from elsewhere, no cookies.
if (document.querySelector("script, style, [style], iframe, object, embed")) say("own", null, "there is something active");
all("*").forEach((element) => [...element.attributes].filter(({ name }) => name.startsWith("on")).forEach(() => say("own", element, "a handler")));
performance.getEntriesByType("resource").filter(({ name }) => new URL(name).origin !== location.origin && !name.startsWith("data:"))
  .forEach(({ name }) => say("own", null, `asks elsewhere: ${name}`));
if (document.cookie) say("own", null, "there is a cookie");
return problems;
