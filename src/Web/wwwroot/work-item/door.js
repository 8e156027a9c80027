// Signing in again without leaving the page: the session has ended, the text has not.
export function openDoor(form, signedIn) {
  const door = document.querySelector("[data-door]");
  const problem = door.querySelector("[data-door-error]");
  const fail = text => { problem.textContent = text; problem.hidden = false; };
  door.querySelector("form").onsubmit = async event => {
    event.preventDefault();
    const typed = new FormData(event.target);
    const page = await read("/sign-in");
    typed.set("__RequestVerificationToken", page.querySelector("[name=__RequestVerificationToken]").value);
    const answer = await fetch("/sign-in", { method: "POST", body: typed, redirect: "manual" });
    if (answer.type !== "opaqueredirect") return fail(door.dataset.wrong);
    // The tokens of this page belonged to the session that ended; those of a fresh copy belong to the new one.
    const fresh = await read(location.pathname);
    const person = fresh.querySelector("#item-form [name=_person]")?.value;
    if (person !== form.elements._person.value) return fail(door.dataset.other);
    const token = fresh.querySelector("#item-form [name=__RequestVerificationToken]").value;
    for (const field of document.querySelectorAll("[name=__RequestVerificationToken]")) field.value = token;
    problem.hidden = true;
    event.target.reset();
    door.close();
    await signedIn();
  };
  door.showModal();
}

async function read(path) {
  const answer = await fetch(path);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
