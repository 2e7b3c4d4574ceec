"""The practice Tripletex."""

from tripletex_wizard.practice.tripletex.application import TripletexApplication
from tripletex_wizard.practice.tripletex.settings import CompanySettings

__all__ = ["CompanySettings", "TripletexApplication"]
