import { answerSignInForm } from '@/lib/http/forms/customers/sign-in'

export const POST = async (request: Request, { params }: RouteContext<'/sign-in/do/[form]'>) =>
  answerSignInForm(request, (await params).form)
