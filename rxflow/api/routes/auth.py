"""Signing in and out: accounts of patients and guardians, the staff's users, and the tokens of both."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import Field

from rxflow.api.access import Served, bearer_token, check_limit, limited_principal, place_of
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Representation, Success, Wanted
from rxflow.api.statuses import EVERYWHERE, SIGNED_IN, failures
from rxflow.domain.access import PRIVILEGES, Principal
from rxflow.domain.person_name import MOST_CHARS
from rxflow.services.access import SignedIn

router = APIRouter(prefix=f"{V1}/auth", tags=["access"])

Text = Annotated[str, Field(min_length=1, max_length=MOST_CHARS, pattern=r"^[^\x00]*$")]
Login = Annotated[str, Field(pattern=r"^[a-z][a-z0-9._-]{1,31}$", examples=["asmith"])]
Password = Annotated[str, Field(min_length=15, max_length=1024, examples=["a long sentence is best"])]
RefreshToken = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{20,200}$")]


class Registration(Wanted):
    """Who one is, and what one wants to sign in with. A guardian gives their own name and the patient's birth date."""

    name: Annotated[Text, Field(examples=["Rosa Delgado"])]
    date_of_birth: Annotated[date, Field(strict=False, examples=["1958-03-12"])]
    login: Login
    password: Password


class Credentials(Wanted):
    """What somebody signs in with."""

    login: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^\x00]*$", examples=["asmith"])]
    password: Annotated[str, Field(min_length=1, max_length=1024, examples=["a long sentence is best"])]


class DemoPatient(Wanted):
    """A made-up patient of the demonstration."""

    patient_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$", examples=["patient_001"])]


class Refresh(Wanted):
    """The refresh token of the last sign-in; it can be used once."""

    refresh_token: RefreshToken


class Tokens(Representation):
    """The access token for the other routes, for how many seconds, and the token that gets the next one."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - a kind of token, not one
    expires_in: int
    refresh_token: str
    role: str

    @classmethod
    def of(cls, signed_in: SignedIn) -> "Tokens":
        return cls(
            access_token=signed_in.access_token,
            expires_in=signed_in.expires_in,
            refresh_token=signed_in.refresh_token,
            role=signed_in.principal.role.value,
        )


class Myself(Representation):
    """As what one is signed in, and what that allows."""

    role: str
    privileges: list[str]


async def limited_place(request: Request, assistant: Served) -> str:
    """Where somebody tries to sign in from, unless it is too often.

    Raises:
        TooManyRequestsError: Too often within a minute.
    """
    place = place_of(request)
    await check_limit(assistant, "identity_checks", place)
    return place


async def limited_request(request: Request, assistant: Served) -> None:
    """Limit a request that tries no secret that could be guessed as every other one from its address.

    Raises:
        TooManyRequestsError: Too many within a minute.
    """
    await check_limit(assistant, "requests_of_place", place_of(request))


Place = Annotated[str, Depends(limited_place)]


@router.post("/register", status_code=201, responses=failures(*EVERYWHERE, 401, 409, 429))
def register(wanted: Registration, assistant: Served, place: Place) -> Success[Tokens]:
    """Show who one is, and get an account. The answer is the same whatever does not fit."""
    signed_in = assistant.services.access.register(
        wanted.name, wanted.date_of_birth, wanted.login, wanted.password, place
    )
    return Success(data=Tokens.of(signed_in))


@router.post("/login", responses=failures(*EVERYWHERE, 401, 429))
def login(wanted: Credentials, assistant: Served, place: Place) -> Success[Tokens]:
    """Sign in, as a patient, a guardian or a member of the staff."""
    return Success(data=Tokens.of(assistant.services.access.sign_in(wanted.login, wanted.password, place)))


@router.post("/demo", responses=failures(*EVERYWHERE, 403, 404, 429))
def demo(wanted: DemoPatient, assistant: Served, place: Place) -> Success[Tokens]:
    """Come in as a made-up patient without a password; only in the demonstration, on this machine."""
    return Success(data=Tokens.of(assistant.services.access.sign_in_demo(wanted.patient_id)))


@router.post("/refresh", responses=failures(*EVERYWHERE, 401, 429), dependencies=[Depends(limited_request)])
def refresh(wanted: Refresh, assistant: Served) -> Success[Tokens]:
    """Get a new access token. A refresh token that is used twice ends the sign-in that it came from."""
    return Success(data=Tokens.of(assistant.services.access.refresh(wanted.refresh_token)))


@router.post("/logout", responses=failures(*SIGNED_IN))
def logout(
    assistant: Served,
    token: Annotated[str, Depends(bearer_token)],
    who: Annotated[Principal, Depends(limited_principal)],
) -> Success[None]:
    """End this sign-in: its access tokens and its refresh token are refused from now on."""
    assistant.services.access.sign_out(token)
    return Success(data=None, message="You are signed out.")


@router.get("/me", responses=failures(*SIGNED_IN))
async def me(who: Annotated[Principal, Depends(limited_principal)]) -> Success[Myself]:
    """As what one is signed in."""
    return Success(data=Myself(role=who.role.value, privileges=sorted(each.value for each in PRIVILEGES[who.role])))
