// The count of what is unread, on every page, moved by what the server tells; a page's own module hears the same as "counts" of the window.
const bell = document.querySelector("[data-notice-count]");
if (bell) {
  let events = null;
  const listen = () => {
    if (document.hidden || events) return;
    events = new EventSource("/events");
    events.addEventListener("counts", event => {
      const counts = JSON.parse(event.data);
      const number = bell.querySelector("b"), shown = counts.unread > 99 ? "99+" : counts.unread;
      number.hidden = counts.unread === 0;
      number.textContent = shown;
      bell.dataset.noticeCount = counts.unread;
      bell.setAttribute("aria-label", bell.dataset.text.replace("{0}", shown));
      dispatchEvent(new CustomEvent("counts", { detail: counts }));
    });
  };
  const rest = () => {
    events?.close();
    events = null;
  };
  // A browser keeps few connections to one site: only the window that is looked at listens.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
}
