import { answerAccountForm } from '@/lib/http/forms/customers/account'
import { answerProviderStart } from '@/lib/http/forms/customers/providers'

export const POST = async (request: Request, { params }: RouteContext<'/account/do/[form]'>) => {
  const { form } = await params
  return form === 'connect' ? answerProviderStart(request, { isConnecting: true }) : answerAccountForm(request, form)
}
