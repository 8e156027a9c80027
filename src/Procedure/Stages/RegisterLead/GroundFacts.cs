using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

/// <summary>第六条第（一）项: the first limb, and one of the two others.</summary>
public sealed record QualityFacts
{
    [Field("第六条第（一）项")]
    public bool BelowZone { get; init; }

    [Field("第六条第（一）项", Multiline = true), StringLength(2000)]
    public string? Monitoring { get; init; }

    [Field("第六条第（一）项")]
    public bool ProminentProblems { get; init; }

    [Field("第六条第（一）项")]
    public bool MarkedDeterioration { get; init; }
}

/// <summary>第六条第（三）项: dereliction with a bad influence, or a sensitive problem that mishandling turned into a mass incident.</summary>
public sealed record DerelictionFacts
{
    [Field("第六条第（三）项")]
    public bool SeriousDereliction { get; init; }

    [Field("第六条第（三）项")]
    public bool BadSocialInfluence { get; init; }

    [Field("第六条第（三）项")]
    public bool SensitiveProblemMishandled { get; init; }

    [Field("第六条第（三）项")]
    public bool Worsened { get; init; }

    [Field("第六条第（三）项")]
    public bool MassIncident { get; init; }
}

/// <summary>第六条第（四）项: the measure that the state or the region took against the prefecture.</summary>
public sealed record SuperiorMeasureFacts
{
    [Field("第六条第（四）项", Multiline = true), StringLength(2000)]
    public string? Violation { get; init; }

    [Field("第六条第（四）项"), StringLength(200)]
    public string? Organ { get; init; }

    [Field("第六条第（四）项"), StringLength(200)]
    public string? Measure { get; init; }

    [Field("第六条第（四）项"), StringLength(200)]
    public string? Document { get; init; }
}

/// <summary>第六条第（五）项: the decision by which the region held the prefecture to account.</summary>
public sealed record HeldToAccountFacts
{
    [Field("第六条第（五）项"), StringLength(200)]
    public string? Decision { get; init; }

    [Field("第六条第（五）项", Multiline = true), StringLength(2000)]
    public string? DutyNotPerformed { get; init; }
}

/// <summary>第六条第（六）项: the deployment, what was not carried out, and that it is serious.</summary>
public sealed record DeploymentFacts
{
    [Field("第六条第（六）项"), StringLength(200)]
    public string? Document { get; init; }

    [Field("第六条第（六）项", Multiline = true), StringLength(2000)]
    public string? NotCarriedOut { get; init; }

    [Field("第六条第（六）项")]
    public bool Serious { get; init; }
}
