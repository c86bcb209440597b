import { answerAccountForm } from '@/lib/http/forms/customers/account'

export const POST = async (request: Request, { params }: RouteContext<'/account/do/[form]'>) =>
  answerAccountForm(request, (await params).form)
