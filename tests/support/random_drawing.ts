import type { Predicted } from '../unit/engine/blocks/index.js'

/** The one element that a random process has more when it is carried as a case: it declares the variables. */
export const DECLARES = 'declare'

/** The drawing of a random process with the form and the activities that the house has, and messages of its own. */
export function houseDrawing({ xml, variables }: Predicted): string {
  const awaited = [...xml.matchAll(/\bis_\w+/g)].map(([name]) => [name, 'false'] as const)
  const given = Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const outputs = [...new Map([['last', '0'], ...awaited, ...given])]
  const mapped = outputs.map(([name, value]) => `<fin:output name="${name}" value="${value}"/>`).join('')
  const declare = [
    `<bpmn:scriptTask id="${DECLARES}"><bpmn:extensionElements>${mapped}</bpmn:extensionElements></bpmn:scriptTask>`,
    `<bpmn:sequenceFlow id="start_to_${DECLARES}" sourceRef="start" targetRef="${DECLARES}"/>`,
  ]
  return xml
    .replaceAll('fin:form="f"', 'fin:form="review"')
    .replaceAll(/fin:activity="[^"]*"/g, 'fin:activity="cases.assign_unit"')
    .replaceAll(/(<bpmn:message [^>]*name=")/g, '$1random_')
    .replace('sourceRef="start"', `sourceRef="${DECLARES}"`)
    .replace('</bpmn:process>', `${declare.join('')}</bpmn:process>`)
}

/** An error of an activity, which none that the house has here reports: it would be refused. */
const OF_ACTIVITY = /attachedToRef="service(?:(?!<\/bpmn:boundaryEvent>)[^])*<bpmn:errorEventDefinition/

/** Whether a person fills in its form in it (what nobody uses may not be published), and the house has its activities. */
export const isAsked = ({ xml }: Predicted): boolean => xml.includes('fin:form="f"') && !OF_ACTIVITY.test(xml)
