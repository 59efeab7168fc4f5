from ninja.router import Router

blacklist_router = Router()

@blacklist_router.post("/blacklist")
def blacklist_token(request): ...
