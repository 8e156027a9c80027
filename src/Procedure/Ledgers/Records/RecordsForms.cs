using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers.Records;

/// <summary>第十四条第（二）项第二段: what every unit must keep.</summary>
public enum RecordsCategory
{
    /// <summary>经济工作重大部署.</summary>
    EconomicDeployments,

    /// <summary>重大建设项目决策审批.</summary>
    ProjectDecisions,

    /// <summary>贯彻执行环境保护法律法规和政策.</summary>
    EnvironmentalLaw,
}

/// <summary>第十四条第（二）项第二段: a unit is asked for its records, so that the history can be traced.</summary>
public sealed record RequestRecordsForm
{
    [Field(MissingRecords.Clause, From = ChoiceList.Organisations), Required]
    public string OrganisationId { get; init; } = "";

    [Field(MissingRecords.Clause), Required]
    public RecordsCategory? Category { get; init; }

    [Field(MissingRecords.Clause, Multiline = true), Required, StringLength(2000)]
    public string What { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? DueOn { get; init; }
}

public enum RecordsResult
{
    /// <summary>已收到.</summary>
    Received,

    /// <summary>缺失.</summary>
    Missing,
}

/// <summary>第十四条第（二）项第二段: whether the records came, or do not exist any more.</summary>
public sealed record RecordRecordsForm
{
    [Field(MissingRecords.Clause, From = ChoiceList.RecordRequests), Required]
    public string Request { get; init; } = "";

    [Field(MissingRecords.Clause), Required]
    public RecordsResult? Result { get; init; }

    [Field(MissingRecords.Clause, Multiline = true), Required, StringLength(2000)]
    public string Description { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }
}
