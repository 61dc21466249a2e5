// The page works without this file; it only makes some things quicker.
"use strict";

// Select a citation with one click, and put it into the clipboard.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value ?? field.textContent);
    const said = document.getElementById(button.dataset.says);
    if (said) said.textContent = said.dataset.done;
  });
}

// "/" leads to the search field, as readers of other catalogues know it.
document.addEventListener("keydown", (event) => {
  const field = document.getElementById("q");
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || !field || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});

// Words that were selected in a document lead to the form that adds them as a commitment.
const adds = document.querySelector("[data-adds]");
if (adds) {
  const text = document.querySelector(".document-text");
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = selection && text?.contains(selection.anchorNode) ? selection.toString().trim().slice(0, 1000) : "";
    adds.hidden = !words;
    if (words) adds.querySelector("a").href = `${adds.dataset.adds}?words=${encodeURIComponent(words)}`;
  });
}

// Files that are dropped anywhere on their field are those of the form.
const drop = document.querySelector("[data-drop]");
if (drop) {
  const input = drop.querySelector("input");
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}

// What is being read is looked at again by itself.
if (document.querySelector("[data-waits]")) setTimeout(() => location.reload(), 2000);
