/** Leads to the field of a form that stands for a path of the definition, such as `owner`. */
export function focusField(path: readonly (string | number)[]): void {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path.join("."))}"]`);
  field?.scrollIntoView({ block: "center" });
  field?.querySelector<HTMLElement>("input, textarea, button, [tabindex]")?.focus();
}
