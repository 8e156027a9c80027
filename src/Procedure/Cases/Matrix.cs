using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A unit or person of the matrix with everything found of it.</summary>
public sealed record Responsible(Party Party, IReadOnlyList<Finding> Findings);

public sealed partial class CaseFile
{
    /// <summary>第九条第（三）项: the newest matrix, party by party, in its order.</summary>
    public IReadOnlyList<Responsible> Matrix() =>
    [
        .. (Latest<DefineResponsibilityForm>()?.Matrix ?? [])
            .GroupBy(finding => PartyOf(finding) ?? throw new InvalidOperationException(
                $"Case {Number}: '{finding.Name}' stands in the matrix, but is no party."))
            .Select(findings => new Responsible(findings.Key, [.. findings])),
    ];

    /// <summary>第九条第（三）项: the persons of the newest matrix.</summary>
    public IReadOnlyList<Party> ResponsiblePersons() =>
        [.. Matrix().Select(responsible => responsible.Party).Where(party => party.IsPerson)];

    /// <summary>第二条: the party that a finding is about; null while it is under no inquiry yet.</summary>
    public Party? PartyOf(Finding finding) => Parties.Find(party => party.IsPerson == finding.IsPerson
        && (finding.IsPerson && finding.PersonId is not null ? party.PersonId == finding.PersonId
            : !finding.IsPerson && finding.OrganisationId is not null ? party.OrganisationId == finding.OrganisationId
            : party.Name == finding.Name && party.OrganisationId == finding.OrganisationId));
}
