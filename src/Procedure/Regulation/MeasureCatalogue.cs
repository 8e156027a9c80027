using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>第十条第二句: who is consulted before a measure that needs it.</summary>
public sealed record ConsultationDuty(string Citation, IReadOnlyList<string> Roles);

/// <summary>第十三条: the measures of a version of the regulation.</summary>
public sealed record MeasureCatalogue(
    string RegulationId, ConsultationDuty Consultation, string Combination, string TargetNote, IReadOnlyList<MeasureKind> Measures)
{
    private static readonly Lazy<MeasureCatalogue> ReadOnce =
        new(() => DataFile.Read<MeasureCatalogue>("Regulation/measures.json", catalogue => catalogue.Faults()));

    /// <summary>政纪、政务处分, whose appeals other laws order.</summary>
    public const string AdministrativeDiscipline = "AdministrativeDiscipline";

    public static MeasureCatalogue Shipped => ReadOnce.Value;

    /// <summary>The measures that may be taken on a day, under the names they have then.</summary>
    public IReadOnlyList<MeasureKind> On(DateOnly day) =>
        [.. Measures.Where(measure => Validity.Covers(measure.ValidFrom, measure.ValidTo, day))];

    public MeasureKind? Find(string code, DateOnly on) => On(on).SingleOrDefault(measure => measure.Code == code);

    /// <summary>The same; for a measure that was proposed while it could be taken and ended since, its last row.</summary>
    public MeasureKind? FindOrLast(string code, DateOnly on) => Find(code, on) ?? Measures.Where(measure => measure.Code == code && measure.ValidFrom <= on).MaxBy(measure => measure.ValidFrom);

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
