import { refusalTexts } from "@dabiao/core/refusal-texts.ts";
import { defineMessages } from "./setup.ts";

// Every refusal's sentences, under `refusal.<code>`.
defineMessages(Object.fromEntries(Object.entries(refusalTexts).map(([code, text]) => [`refusal.${code}`, text])));
