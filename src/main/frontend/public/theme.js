// Runs before the first paint, so that a chosen theme never flashes the other one.
(function () {
    var chosen = null;
    try {
        chosen = localStorage.getItem("forfall.theme");
    } catch (ignored) {
        // Storage may be switched off; the system's theme applies.
    }
    if (chosen === "light" || chosen === "dark") {
        document.documentElement.dataset.theme = chosen;
    }
})();
