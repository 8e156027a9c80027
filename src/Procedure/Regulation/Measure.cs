using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation;

public enum MeasureCategory
{
    Accountability,
    Funds,
    ApprovalRestriction,
    Discipline,
    Referral,
}

/// <summary>Whom a measure may be taken against: a unit or its leadership as a body, or a person.</summary>
public enum MeasureTarget
{
    Unit,
    Person,
}

/// <summary>One way of holding to account, and who carries it out. Its name may change while its code stays.</summary>
public sealed record Measure(
    string Code, string Name, string Citation, MeasureCategory Category, IReadOnlyList<MeasureTarget> Targets,
    string OwnerRole, string OwnerBasis, bool NeedsConsultation, DateOnly ValidFrom, DateOnly? ValidTo, string? ConsultationNote = null)
{
    public bool MayTarget(MeasureTarget target) => Targets.Contains(target);
}

/// <summary>第十条第二句: who is consulted before a measure that needs it.</summary>
public sealed record Consultation(string Citation, IReadOnlyList<string> Roles);

/// <summary>第十三条: the measures of a version of the regulation.</summary>
public sealed record MeasureCatalogue(
    string RegulationId, Consultation Consultation, string Combination, string TargetNote, IReadOnlyList<Measure> Measures)
{
    private static readonly Lazy<MeasureCatalogue> ReadOnce =
        new(() => DataFile.Read<MeasureCatalogue>("Regulation/measures.json", catalogue => catalogue.Faults()));

    public static MeasureCatalogue Shipped => ReadOnce.Value;

    /// <summary>The measures that may be taken on a day, under the names they have then.</summary>
    public IReadOnlyList<Measure> On(DateOnly day) =>
        [.. Measures.Where(measure => Validity.Covers(measure.ValidFrom, measure.ValidTo, day))];

    public Measure? Find(string code, DateOnly on) => On(on).SingleOrDefault(measure => measure.Code == code);

    /// <summary>Everything in the catalogue that contradicts itself, or points at nothing.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. RegulationText.All.Any(text => text.Id == RegulationId)
            ? Array.Empty<string>()
            : [$"there is no regulation '{RegulationId}'."],
        .. Measures.SelectMany(measure => Validity.FaultsOf(measure.Code, measure.ValidFrom, measure.ValidTo)),
        .. Measures.Where(measure => !Citations.IsSound(measure.Citation) || !Citations.IsSound(measure.OwnerBasis))
            .Select(measure => $"{measure.Code}: '{measure.Citation}' or '{measure.OwnerBasis}' is no sound citation."),
        .. Measures.Where(measure => measure.Targets is []).Select(measure => $"{measure.Code}: can be taken against nobody."),
        .. Measures.Select(measure => measure.OwnerRole).Concat(Consultation.Roles).Where(role => !Roles.Knows(role))
            .Select(role => $"the role '{role}' is unknown."),
        .. Measures.SelectMany((measure, index) => Measures.Skip(index + 1).Where(other => measure.Code == other.Code
            && Validity.Overlap(measure.ValidFrom, measure.ValidTo, other.ValidFrom, other.ValidTo)), (measure, _) =>
            $"{measure.Code}: two rows hold at once."),
    ];
}
