import {
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  EventApiModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from "ag-grid-community";

/** The parts of the grid that the tree of goals uses. */
ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  EventApiModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
]);
