/** Order and filters. The page is whole without it; its hash is in the page's policy. */
export const SCRIPT = `(() => {
  const form = document.getElementById("controls");
  const count = document.getElementById("count");
  const lists = [...document.querySelectorAll("ol.comments")];
  const rows = lists.map((list) => [...list.children]);
  const checked = (name) => [...form.querySelectorAll('input[name="' + name + '"]:checked')].map((input) => input.value);
  let order = "order";
  const apply = () => {
    const bands = new Set(checked("band"));
    const signal = form.elements.signal.value;
    const fresh = form.elements.new !== undefined && form.elements.new.checked;
    const wanted = checked("order")[0];
    let shown = 0;
    lists.forEach((list, i) => {
      if (wanted !== order) rows[i].sort((a, b) => a.dataset[wanted] - b.dataset[wanted]);
      // Taken out rather than hidden: browsers lay out thousands of hidden rows before they drop them.
      const visible = rows[i].filter(({ dataset }) => bands.has(dataset.band) && (signal === "" || dataset.signals.split(" ").includes(signal)) && (!fresh || "new" in dataset));
      list.replaceChildren(...visible);
      list.closest("section.thread").hidden = visible.length === 0 && rows[i].length > 0;
      list.classList.toggle("ranked", wanted === "rank");
      shown += visible.length;
    });
    order = wanted;
    count.textContent = shown.toLocaleString("en-US") + (shown === 1 ? " comment" : " comments") + " shown";
  };
  const reveal = () => {
    const id = location.hash.slice(1);
    const hidden = rows.flat().find((row) => !row.isConnected && (row.id === id || row.querySelector("#" + CSS.escape(id)) !== null));
    if (hidden === undefined) return;
    form.reset();
    apply();
    document.getElementById(id).scrollIntoView();
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
})();`;
