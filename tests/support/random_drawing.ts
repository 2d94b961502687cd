import type { Predicted } from '../unit/engine/blocks/index.js'

/** The one element that a random process has more when it is carried as a case: it declares the variables. */
export const DECLARES = 'declare'

/** A random process with the form and the activities that the house has, what those report, and messages of its own. */
export function asInHouse(predicted: Predicted): Predicted {
  const { xml, variables } = predicted
  const awaited = [...xml.matchAll(/\bis_\w+/g)].map(([name]) => [name, 'false'] as const)
  const given = Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const outputs = [...new Map([['last', '0'], ...awaited, ...given])]
  const mapped = outputs.map(([name, value]) => `<fin:output name="${name}" value="${value}"/>`).join('')
  const declare = [
    `<bpmn:scriptTask id="${DECLARES}"><bpmn:extensionElements>${mapped}</bpmn:extensionElements></bpmn:scriptTask>`,
    `<bpmn:sequenceFlow id="start_to_${DECLARES}" sourceRef="start" targetRef="${DECLARES}"/>`,
  ]
  const drawn = xml
    .replaceAll('fin:form="f"', 'fin:form="review"')
    .replaceAll(/fin:activity="[^"]*"/g, 'fin:activity="cases.assign_unit"')
    .replaceAll(/(<bpmn:message [^>]*name=")/g, '$1random_')
    .replace('sourceRef="start"', `sourceRef="${DECLARES}"`)
    .replace('</bpmn:process>', `${declare.join('')}</bpmn:process>`)
  return reporting({ ...predicted, xml: drawn })
}

const ERROR_OF_ACTIVITY =
  /attachedToRef="(service\w*)"(?:(?!<\/bpmn:boundaryEvent>)[^])*?<bpmn:errorEventDefinition errorRef="error_(\w+)"/g

/** An activity on whose border an error is heard is one that reports that error. */
function reporting(predicted: Predicted): Predicted {
  const throws = new Map(predicted.throws)
  let { xml } = predicted
  for (const [, service, code] of predicted.xml.matchAll(ERROR_OF_ACTIVITY)) {
    xml = xml
      .replace(
        `id="${service}" fin:activity="cases.assign_unit"><bpmn:extensionElements>`,
        `id="${service}" fin:activity="cases.extend_term"><bpmn:extensionElements><fin:input name="by" value="&quot;1 month&quot;"/>`
      )
      .replace(`errorCode="${code}"`, 'errorCode="no_term"')
    if (throws.has(service!)) throws.set(service!, { error: 'no_term' })
  }
  return { ...predicted, xml, throws }
}

/** Whether a person fills in its form in it: what nobody uses may not be published. */
export const isAsked = ({ xml }: Predicted): boolean => xml.includes('fin:form="f"')
