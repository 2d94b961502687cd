/** The doors of the house: one import a room. */
import '#portal/routes'
