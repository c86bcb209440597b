import { answerRegisterForm } from '@/lib/http/forms/customers/sign-in'

export const POST = async (request: Request, { params }: RouteContext<'/register/do/[form]'>) =>
  answerRegisterForm(request, (await params).form)
