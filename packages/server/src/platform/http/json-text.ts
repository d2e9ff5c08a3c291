/** An answer that is JSON text already, as PostgreSQL wrote it: it is sent on without being read and written again. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
