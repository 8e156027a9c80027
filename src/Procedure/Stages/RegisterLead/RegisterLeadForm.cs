using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

/// <summary>Where a lead came from.</summary>
public enum LeadSource
{
    /// <summary>举报.</summary>
    Report,

    /// <summary>督察.</summary>
    Inspection,

    /// <summary>监测.</summary>
    Monitoring,

    /// <summary>上级.</summary>
    Superior,

    /// <summary>媒体.</summary>
    Media,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What becomes of a lead.</summary>
public enum LeadOpinion
{
    /// <summary>第六条: an item is met, a launch is proposed.</summary>
    ProposeLaunch,

    /// <summary>第三条第三款: it is dealt with under other laws.</summary>
    OutOfScope,

    /// <summary>第六条: no item is met so far.</summary>
    Insufficient,
}

/// <summary>The lead as the registrant records it, with the facts for each item of 第六条 that he holds to be met.</summary>
public sealed record RegisterLeadForm
{
    [Field("内部环节"), Required, StringLength(200)]
    public string Title { get; init; } = "";

    [Field("内部环节"), Required]
    public LeadSource? Source { get; init; }

    [Field("内部环节"), Required]
    public DateOnly? ReceivedOn { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(5000)]
    public string WhatHappened { get; init; } = "";

    [Field("内部环节"), StringLength(200)]
    public string? Place { get; init; }

    [Field("内部环节", From = ChoiceList.Organisations)]
    public string? County { get; init; }

    [Field("第十四条第（二）项"), Required]
    public DateOnly? ActsFrom { get; init; }

    [Field("第十四条第（二）项")]
    public DateOnly? ActsTo { get; init; }

    [Field("第十四条第（二）项第三句", Multiline = true), StringLength(1000)]
    public string? OtherBasis { get; init; }

    [Field("第六条")]
    public List<ClaimedGround> Grounds { get; init; } = [];

    [Field("第六条第（一）项")]
    public QualityFacts Quality { get; init; } = new();

    [Field("第六条第（二）项、第十六条第一款")]
    public StatedEvent Event { get; init; } = new();

    [Field("第六条第（三）项")]
    public DerelictionFacts Dereliction { get; init; } = new();

    [Field("第六条第（四）项")]
    public SuperiorMeasureFacts SuperiorMeasure { get; init; } = new();

    [Field("第六条第（五）项")]
    public HeldToAccountFacts HeldToAccount { get; init; } = new();

    [Field("第六条第（六）项")]
    public DeploymentFacts Deployment { get; init; } = new();

    [Field("第三条")]
    public List<ConcernedUnit> ConcernedUnits { get; init; } = [];

    [Field("第三条")]
    public List<ConcernedPerson> ConcernedPersons { get; init; } = [];

    [Field("内部环节")]
    public bool ConcernsLeadBureau { get; init; }

    [Field("内部环节")]
    public bool WithoutAdvice { get; init; }

    [Field("第六条"), Required]
    public LeadOpinion? Opinion { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string OpinionReasons { get; init; } = "";

    [Field("内部环节", From = ChoiceList.Files)]
    public List<string> Materials { get; init; } = [];

    [Field("第三条第三款")]
    public HandOver HandOver { get; init; } = new();
}

/// <summary>A unit that the lead is about.</summary>
public sealed record ConcernedUnit
{
    [Field("第三条", From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field("内部环节"), StringLength(500)]
    public string? Why { get; init; }
}

/// <summary>A person that the lead is about: from the directory, or by name.</summary>
public sealed record ConcernedPerson
{
    [Field("第三条", From = ChoiceList.People)]
    public string? PersonId { get; init; }

    [Field("第三条"), StringLength(50)]
    public string? Name { get; init; }

    [Field("第三条", From = ChoiceList.Organisations)]
    public string? OrganisationId { get; init; }

    [Field("第四条"), StringLength(200)]
    public string? PostThen { get; init; }
}

/// <summary>第三条第三款: to whom a matter outside the regulation was handed, with the receipt.</summary>
public sealed record HandOver
{
    [Field("第三条第三款"), StringLength(200)]
    public string? Authority { get; init; }

    [Field("第三条第三款"), StringLength(100)]
    public string? Receipt { get; init; }

    [Field("第三条第三款")]
    public DateOnly? On { get; init; }
}
