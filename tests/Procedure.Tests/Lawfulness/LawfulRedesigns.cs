using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>What an administrator may well want, and may have: made by hand, each of them in keeping with the regulation.</summary>
public static partial class Mutations
{
    private const string Root = "";

    /// <summary>Lawful redesigns of the procedure.</summary>
    public static IEnumerable<Mutant> LawfulOf(string json) =>
    [
        Edit(json, Root, "gives the approval of the team another deadline", chart => Activity(chart, "ApproveTeam")["deadline"] = Literal("String", "D05")),
        Edit(json, Root, "lets no deadline run for the proposal of the team", chart =>
        {
            Activity(chart, "ProposeTeam").Remove("deadline");
            Activity(chart, "ProposeTeam").Remove("escalateTo");
        }),
        Edit(json, Root, "calls a step something else", chart => Activity(chart, "ApproveTeam")["metadata"]!["displayText"] = "州政府审批方案"),
        Edit(json, "Review", "tells the Party committee when its review is late", chart => Activity(chart, "ReviewByPartyCommittee")["escalateTo"] = Literal("String", "PARTY_COMMITTEE")),
        Edit(json, "FollowThrough", "shortens the execution", chart => Activity(chart, "ImplementDecision")["deadline"] = Literal("String", "D03")),
        Edit(json, Root, "calls the whole thing something else", _ => { }, root => (root["name"], root["definitionId"]) = ("新程序", "new-procedure")),
        Edit(json, Root, "declares a variable", _ => { }, root => Declare(root, "Own")),
        Edit(json, Root, "ends with Finish", chart => Activity(chart, "End")["type"] = "Elsa.Finish"),
        Edit(json, Root, "establishes facts and causes side by side", chart =>
        {
            Split(chart, "ApproveTeam", "Approved", "Sections", ["EstablishFacts", "DetermineCauses"]);
            Gather(chart, "SectionsDone", "DefineResponsibility", ("EstablishFacts", "SignedOff"), ("DetermineCauses", "SignedOff"));
            Redirect(chart, "BackToFacts", "True", "Sections");
            Redirect(chart, "BackToCauses", "True", "Sections");
        }),
        Edit(json, Root, "weighs the grounds before responsibility is defined", chart =>
        {
            Redirect(chart, "DetermineCauses", "SignedOff", "WeighGrounds");
            Redirect(chart, "WeighGrounds", "Weighed", "DefineResponsibility");
            Redirect(chart, "DefineResponsibility", "SignedOff", "ProposeHandling");
        }),
        Edit(json, Root, "weighs the grounds beside the definition of responsibility", chart =>
        {
            Split(chart, "DetermineCauses", "SignedOff", "Sections", ["DefineResponsibility", "WeighGrounds"]);
            Gather(chart, "SectionsDone", "ProposeHandling", ("DefineResponsibility", "SignedOff"), ("WeighGrounds", "Weighed"));
            Redirect(chart, "BackToResponsibility", "True", "Sections");
            Redirect(chart, "BackToGrounds", "True", "Sections");
        }),
        Edit(json, Root, "discloses first", chart =>
        {
            Redirect(chart, "ReportApproved", "True", "DiscloseReport");
            TakeBranch(chart, "DecisionFork", "公开");
            Redirect(chart, "DiscloseReport", "Published", "DecisionFork");
        }),
        Edit(json, Root, "records the restrictions after the follow-through", chart =>
        {
            TakeBranch(chart, "DecisionFork", "限制");
            Redirect(chart, "FollowThrough", "Done", "RecordRestrictions");
        }),
        Edit(json, Root, "does one thing after the other once the report is approved", chart =>
        {
            Redirect(chart, "ReportApproved", "True", "DiscloseReport");
            Remove(chart, "DecisionFork");
            Redirect(chart, "DiscloseReport", "Published", "RecordRestrictions");
            Redirect(chart, "RecordRestrictions", "Recorded", "FollowThrough");
        }),
        Edit(json, "Review", "lets the Party committee review first", chart => OneAfterTheOther(chart, "ReviewByPartyCommittee", "ReviewByGovernment")),
        Edit(json, "Review", "lets the government review first", chart => OneAfterTheOther(chart, "ReviewByGovernment", "ReviewByPartyCommittee")),
        Edit(json, Root, "asks the same the other way round", chart => Activity(chart, "ReportApproved")["condition"] = Script("Boolean", "getGovernmentApproved() && getPartyApproved()")),
        Edit(json, Root, "asks the same with a double negation", chart =>
            Activity(chart, "ReportApproved")["condition"] = Script("Boolean", "!(!getPartyApproved() || variables.GovernmentApproved === false)")),
        Edit(json, Root, "investigates anew after a return", chart => Redirect(chart, "InvestigationReturned", "True", "EstablishFacts")),
        Edit(json, Root, "proposes the team anew after a return", chart =>
        {
            Remove(chart, "InvestigationReturned");
            Connect(chart, "InquiryFork", "责任追究调查", "ProposeTeam");
        }),
        Edit(json, Root, "always consults before the review", chart =>
        {
            Remove(chart, "MustConsult");
            Connect(chart, "Submission", "Done", "ConsultBeforeReview");
        }),
        Edit(json, Root, "lets supervision decide anew after a return", chart =>
        {
            Remove(chart, "SupervisedBefore");
            Connect(chart, "InquiryFork", "监察", "IndependentInquiry");
        }),
        Edit(json, Root, "registers the lead anew where nothing is launched", chart => Redirect(chart, "LaunchInvestigation", "NotLaunched", "RegisterLead")),
        Edit(json, Root, "registers an insufficient lead anew", chart => Redirect(chart, "RegisterLead", "Insufficient", "RegisterLead")),
        Edit(json, Root, "decides on a launch of its own after the superior's conclusion", chart => Redirect(chart, "CooperateWithSuperior", "Concluded", "LaunchInvestigation")),
        Edit(json, Root, "approves the team twice", chart =>
        {
            Copy(chart, "ApproveTeam", "ApproveTeamAgain");
            Redirect(chart, "ApproveTeam", "Approved", "ApproveTeamAgain");
            Connect(chart, "ApproveTeamAgain", "Approved", "EstablishFacts");
            Connect(chart, "ApproveTeamAgain", "Returned", "ProposeTeam");
        }),
        Edit(json, Root, "consults on revised opinions together with the proposals, before the review", chart =>
        {
            Remove(chart, "RevisionNeedsDiscipline");
            Remove(chart, "ConsultAfterRevision");
            Connect(chart, "ReviseOpinions", "OpinionsGiven", "ReleaseSpecialReport");
        }),
        Edit(json, Root, "always consults on revised opinions", chart =>
        {
            Remove(chart, "RevisionNeedsDiscipline");
            Connect(chart, "ReviseOpinions", "OpinionsGiven", "ConsultAfterRevision");
        }),
        Edit(json, "FollowThrough", "follows up twice", chart =>
        {
            Copy(chart, "MonitorFollowUp", "MonitorAgain");
            Redirect(chart, "MonitorFollowUp", "Confirmed", "MonitorAgain");
            Connect(chart, "MonitorAgain", "Confirmed", "FollowThroughEnd");
            Connect(chart, "MonitorAgain", "NotYet", "MeasuresDecided");
        }),
        Edit(json, "FollowThrough", "always asks for the execution", chart =>
        {
            Remove(chart, "MeasuresDecided");
            Connect(chart, "FollowThroughStart", "Done", "ImplementDecision");
            Connect(chart, "MonitorFollowUp", "NotYet", "ImplementDecision");
        }),
        Edit(json, Root, "writes a line on the way", chart =>
        {
            Add(chart, "Line", "Elsa.WriteLine")["text"] = Literal("String", "调查组已批准");
            Redirect(chart, "ApproveTeam", "Approved", "Line");
            Connect(chart, "Line", "Done", "EstablishFacts");
        }),
        Edit(json, Root, "sets a variable of its own", chart =>
        {
            SetOwn(chart, "Own", value: true);
            Redirect(chart, "ApproveTeam", "Approved", "SetOwn");
            Connect(chart, "SetOwn", "Done", "EstablishFacts");
        }, root => Declare(root, "Own")),
        Edit(json, Root, "decides by a script on something that the law does not order", chart =>
        {
            Add(chart, "Line", "Elsa.WriteLine")["text"] = Literal("String", "备忘");
            Add(chart, "Whether", "Elsa.FlowDecision")["condition"] = Script("Boolean", "new Date().getMonth() > 6");
            Redirect(chart, "ApproveTeam", "Approved", "Whether");
            Connect(chart, "Whether", "True", "Line");
            Connect(chart, "Whether", "False", "EstablishFacts");
            Connect(chart, "Line", "Done", "EstablishFacts");
        }),
        Edit(json, Root, "joins without a join", chart =>
        {
            Activity(chart, "MustConsult")["customProperties"]!["mergeMode"] = "Merge";
            Redirect(chart, "CompileReport", "Released", "MustConsult");
            Redirect(chart, "SpecialReportGate", "Done", "MustConsult");
            Remove(chart, "Submission");
        }),
        Edit(json, Root, "sends a returned plan back by way of a line", chart =>
        {
            Add(chart, "Line", "Elsa.WriteLine")["text"] = Literal("String", "方案退回");
            Redirect(chart, "ApproveTeam", "Returned", "Line");
            Connect(chart, "Line", "Done", "ProposeTeam");
        }),
    ];

    /// <summary>The procedure with a long stretch of activities between the approval of the team and the facts: in rows of so many branches.</summary>
    public static string Grown(string json, int activities, int branches)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var chart = At(root, Root);
        var (from, port) = ("ApproveTeam", "Approved");
        var left = Connections(chart).Single(way => TargetOf(way) == "EstablishFacts" && way["source"]!["activity"]!.ToString() == from);
        chart["connections"]!.AsArray().Remove(left);
        for (var row = 0; chart["activities"]!.AsArray().Count < activities - 8; row++)
        {
            var names = Enumerable.Range(0, branches).Select(at => $"Line{row}x{at}").ToList();
            Add(chart, $"Fork{row}", "Elsa.FlowFork")["branches"] = Branches(names);
            Add(chart, $"Join{row}", "Elsa.FlowJoin")["mode"] = Literal("FlowJoinMode", "WaitAll");
            Link(chart, from, port, $"Fork{row}");
            foreach (var name in names)
            {
                Add(chart, name, "Elsa.WriteLine")["text"] = Literal("String", name);
                Link(chart, $"Fork{row}", name, name);
                Link(chart, name, "Done", $"Join{row}");
            }
            (from, port) = ($"Join{row}", "Done");
        }
        Link(chart, from, port, "EstablishFacts");
        return root.ToJsonString();
    }

    private static void Link(JsonObject chart, string source, string port, string target) => chart["connections"]!.AsArray().Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });

    internal static void Redirect(JsonObject chart, string source, string port, string target) => Connections(chart)
        .Single(way => way["source"]!["activity"]!.ToString() == source && way["source"]!["port"]!.ToString() == port)["target"]!["activity"] = target;

    private static void Split(JsonObject chart, string source, string port, string fork, string[] targets)
    {
        Add(chart, fork, "Elsa.FlowFork")["branches"] = Branches(targets);
        Redirect(chart, source, port, fork);
        foreach (var target in targets)
            Connect(chart, fork, target, target);
    }

    private static JsonObject Branches(IEnumerable<string> names) => new()
    {
        ["typeName"] = "List<String>",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = $"[{string.Join(", ", names.Select(name => $"\"{name}\""))}]" },
    };

    private static void Gather(JsonObject chart, string join, string target, params (string Source, string Port)[] from)
    {
        Add(chart, join, "Elsa.FlowJoin")["mode"] = Literal("FlowJoinMode", "WaitAll");
        foreach (var (source, port) in from)
            Redirect(chart, source, port, join);
        Connect(chart, join, "Done", target);
    }

    private static void TakeBranch(JsonObject chart, string fork, string branch)
    {
        var left = Ways(chart).Where(way => way.Source == fork && way.Port != branch).Select(way => way.Port);
        Activity(chart, fork)["branches"] = Branches(left);
        foreach (var connection in Connections(chart).Where(way => way["source"]!["activity"]!.ToString() == fork && way["source"]!["port"]!.ToString() == branch))
            chart["connections"]!.AsArray().Remove(connection);
    }

    private static void OneAfterTheOther(JsonObject chart, string first, string second)
    {
        Remove(chart, "ReviewFork");
        Remove(chart, "BothApproved");
        Connect(chart, "ReviewStart", "Done", first);
        Connect(chart, first, "Approved", second);
        Connect(chart, second, "Approved", "ReviewEnd");
    }

    internal static void Copy(JsonObject chart, string id, string copy)
    {
        var activity = Activity(chart, id).DeepClone().AsObject();
        (activity["id"], activity["nodeId"]) = (copy, copy);
        chart["activities"]!.AsArray().Add(activity);
    }

    private static void SetOwn(JsonObject chart, string variable, bool value)
    {
        var set = Add(chart, "SetOwn", "Elsa.SetVariable");
        set["variable"] = new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = "Boolean" };
        set["value"] = Literal("Boolean", value);
    }
}
