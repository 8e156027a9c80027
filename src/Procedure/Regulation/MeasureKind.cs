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
public sealed record MeasureKind(
    string Code, string Name, string Citation, MeasureCategory Category, IReadOnlyList<MeasureTarget> Targets,
    string OwnerRole, string OwnerBasis, bool NeedsConsultation, DateOnly ValidFrom, DateOnly? ValidTo, string? ConsultationNote = null)
    : IDated<MeasureKind>
{
    /// <inheritdoc/>
    public MeasureKind Within(DateOnly from, DateOnly? to) => this with { ValidFrom = from, ValidTo = to };

    public bool MayTarget(MeasureTarget target) => Targets.Contains(target);
}
