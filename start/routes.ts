/** The doors of the house: one import a room. */
import '#start/health/routes'
import '#identity/routes'
import '#catalogue/routes'
import '#portal/routes'
import '#filings/routes'
import '#payments/routes'
import '#folder/routes'
import '#desk/routes'
