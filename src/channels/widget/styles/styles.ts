import { ANSWER } from "./answer.js";
import { CONTROLS } from "./controls.js";
import { FLOATING } from "./floating.js";
import { HOST } from "./host.js";
import { PANEL } from "./panel.js";
import { SOURCES } from "./sources.js";
import { THEME } from "./theme.js";
import { WAITING } from "./waiting.js";

/** In the order in which they win. */
export const STYLES = [HOST, THEME, CONTROLS, PANEL, FLOATING, ANSWER, SOURCES, WAITING];
