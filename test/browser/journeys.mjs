/* journeys.mjs: the order of the journeys. */
import { finish } from "./harness.mjs";

await import("./look.mjs");
await import("./whole-life.mjs");
await import("./kept.mjs");
await import("./certificate.mjs");
await import("./apply.mjs");
await import("./application.mjs");
await import("./fee.mjs");
await import("./calculator.mjs");
await import("./guidance.mjs");
await import("./promotion.mjs");
await import("./courses.mjs");
await import("./registration.mjs");
await import("./hours.mjs");
await import("./keyboard.mjs");
await import("./colleague.mjs");
await import("./report.mjs");
await import("./unit.mjs");
await import("./member.mjs");
await import("./change.mjs");
await import("./class.mjs");
await finish();
