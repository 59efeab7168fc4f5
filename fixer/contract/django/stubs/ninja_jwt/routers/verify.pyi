from ninja.router import Router

verify_router = Router()

@verify_router.post("/verify")
def verify_token(request): ...
