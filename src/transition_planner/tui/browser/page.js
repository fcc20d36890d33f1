// The screen takes keys at once. It is made when the page is loaded, by the script before this one.
window.addEventListener("load", () => document.querySelector(".xterm-helper-textarea").focus());
