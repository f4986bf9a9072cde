// The diagram libraries publish types in part only; their services are reached by name and used through these shapes.
declare module "bpmn-js/lib/NavigatedViewer";
declare module "camunda-bpmn-js/lib/camunda-platform/Modeler";
declare module "dmn-js/lib/Viewer";
declare module "@bpmn-io/form-js-viewer";
