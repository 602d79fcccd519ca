"""Writes a CycloneDX list of everything in requirements.lock to standard output.

make sbom
"""

import sys
import tomllib

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.licences import licence
from tools.locked import ROOT, Locked, locked


def bom() -> Bom:
    """Return the list: what the bot needs as required, what developers need as excluded."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    us = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
    )
    made = Bom()
    made.metadata.component = us
    found: dict[str, list[Component]] = {us.name: [us]}
    rows = locked()
    for row in rows:
        component = _component(row)
        found.setdefault(row.name, []).append(component)
        made.components.add(component)
    for row in rows:
        for parent in (one for name in row.needed_by for one in found.get(name, [])):
            made.register_dependency(parent, found[row.name])
    return made


def _component(row: Locked) -> Component:
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=one) for one in row.hashes]
    purl = PackageURL("pypi", None, row.name, row.version)
    return Component(
        name=row.name,
        version=row.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{row.name}=={row.version}",
        purl=purl,
        scope=ComponentScope.EXCLUDED if row.development else ComponentScope.REQUIRED,
        licenses=[LicenseFactory().make_from_string(licence(row.name))],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=hashes
            )
        ],
    )


if __name__ == "__main__":
    sys.stdout.write(JsonV1Dot6(bom()).output_as_string(indent=2) + "\n")
