/** An arrow of a process, with its condition in FEEL. */
export const flow = (id: string, from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${
    condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`

/** What an element is given and gives. */
export const io = (...lines: string[]) => `<bpmn:extensionElements>${lines.join('')}</bpmn:extensionElements>`
export const input = (name: string, value: string) => `<fin:input name="${name}" value="${value}" />`
export const output = (name: string, value = `result.${name}`) =>
  `<fin:output name="${name}" value="${value}" />`
