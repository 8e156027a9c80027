namespace WorkflowAccountability.Web.Tests.Studio;

/// <summary>An endpoint that Elsa Studio 3.8.2 calls, a request of its to it, and what it needs of the answer.</summary>
/// <param name="Number">The number of the sample.</param>
/// <param name="Path">With {definition}, {version}, {instance}, {execution} and {scrap} (a draft that may go) for what the site has.</param>
/// <param name="Needs">Paths in the answer's JSON, separated by blanks; items[] stands for the first of a list.</param>
public sealed record StudioContract(int Number, string Method, string Path, string? Body = null, string Needs = "", int Status = 200)
{
    private const string Definition = "id definitionId name version isLatest isPublished options variables inputs outputs outcomes customProperties root.id root.type root.version root.nodeId"
        + " root.activities[].nodeId root.connections[].source.activity links[].rel";

    private const string Record = "id workflowInstanceId activityId activityNodeId activityType activityTypeVersion activityName startedAt hasBookmarks status metadata";

    /// <summary>All of them, in the order of the samples.</summary>
    public static IReadOnlyList<StudioContract> All { get; } =
    [
        new(1, "GET", "/workflow-definitions?versionOptions=Published&DefinitionIds={definition}", Needs: "totalCount items[].id items[].definitionId items[].name items[].version"
            + " items[].isLatest items[].isPublished items[].createdAt items[].materializerName items[].isMaterializerAvailable items[].links links"),
        new(2, "GET", "/workflow-definitions/by-definition-id/{definition}?versionOptions=Latest", Needs: Definition),
        new(3, "GET", "/workflow-definitions/by-id/{version}", Needs: Definition),
        new(4, "POST", "/workflow-definitions", """{"model":{"definitionId":null,"name":"新建流程","toolVersion":"3.8.0.0","variables":null,"options":null,"customProperties":null,"root":{"id":"b7c3c84cfb1b8541","type":"Elsa.Flowchart","version":1,"name":"Flowchart1"},"links":null,"createdAt":"0001-01-01T00:00:00+00:00","version":1,"isLatest":true,"isPublished":false,"id":null},"publish":null}""",
            "workflowDefinition.id workflowDefinition.definitionId workflowDefinition.variables workflowDefinition.root.nodeId workflowDefinition.links[].rel alreadyPublished consumingWorkflowCount"),
        new(5, "POST", "/workflow-definitions/{definition}/publish", "{}", "workflowDefinition.id alreadyPublished consumingWorkflowCount"),
        new(6, "POST", "/workflow-definitions/{definition}/retract", "{}", "errors", Status: 400),
        new(7, "DELETE", "/workflow-definitions/{scrap}", Status: 204),
        new(8, "GET", "/workflow-definitions/validation/is-name-unique?name=%E6%96%B0", Needs: "isUnique"),
        new(9, "POST", "/workflow-definitions/{definition}/execute", """{"versionOptions":"Latest"}"""),
        new(10, "GET", "/workflow-definitions/{definition}/export?versionOptions=Latest", Needs: "id definitionId name version root.activities[].id"),
        new(11, "POST", "/workflow-definitions/{definition}/revert/4", "{}", "errors", Status: 400),
        new(12, "DELETE", "/workflow-definition-versions/{version}", Needs: "errors", Status: 400),
        new(14, "POST", "/workflow-definitions/import", """{"name":"导入的流程","root":{"id":"r","type":"Elsa.Flowchart","version":1,"activities":[{"id":"a","type":"Elsa.Start","version":1,"name":"a"}],"connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"a","port":"In"}}]}}""",
            Definition, Status: 201),
        new(15, "GET", "/workflow-definitions/subgraph/{version}?parentNodeId=Workflow1:Procedure", Needs: "nodeId activity.id"),
        new(16, "GET", "/workflow-definitions/subgraph/segments/{version}?childNodeId=Workflow1:Procedure:RegisterLead", Needs: "childNode.nodeId container.nodeId pathSegments[].activityId"),
        new(17, "POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids", """{"definitionIds":["{definition}"]}""", "published alreadyPublished notFound updatedConsumers"),
        new(18, "POST", "/bulk-actions/delete/workflow-definitions/by-definition-id", """{"definitionIds":["{definition}"]}""", "deleted"),
        new(19, "GET", "/descriptors/activities?Refresh=True", Needs: "count items[].typeName items[].namespace items[].name items[].version items[].category items[].displayName items[].description"
            + " items[].inputs items[].outputs items[].kind items[].ports items[].customProperties items[].constructionProperties items[].isContainer items[].isBrowsable items[].isStart items[].isTerminal"),
        new(20, "POST", "/descriptors/activities/Accountability.ApproveTeam/options/Role", """{"context":{}}""", "items"),
        new(21, "GET", "/descriptors/expression-descriptors", Needs: "count items[].type items[].displayName items[].isSerializable items[].isBrowsable items[].properties"),
        new(22, "GET", "/descriptors/storage-drivers", Needs: "items[].typeName items[].displayName items[].priority items[].deprecated"),
        new(23, "GET", "/descriptors/variables", Needs: "items[].typeName items[].displayName items[].category items[].description"),
        new(24, "GET", "/descriptors/workflow-activation-strategies", Needs: "count items[].typeName items[].displayName items[].description"),
        new(25, "GET", "/descriptors/incident-strategies", Needs: "count items[].typeName items[].displayName items[].description"),
        new(26, "GET", "/descriptors/log-persistence-strategies", Needs: "count items[].typeName items[].displayName items[].description"),
        new(27, "GET", "/descriptors/commit-strategies/workflows", Needs: "items count"),
        new(28, "GET", "/descriptors/commit-strategies/activities", Needs: "items count"),
        new(29, "GET", "/descriptors/output-converters", Needs: "items"),
        new(30, "GET", "/features/installed", Needs: "count items[].name items[].namespace items[].fullName items[].displayName items[].description"),
        new(31, "GET", "/features/installed/Elsa.RealTimeWorkflowUpdates", Needs: "fullName"),
        new(32, "POST", "/scripting/javascript/type-definitions/{definition}", """{"workflowDefinitionId":"{definition}","activityTypeName":"Elsa.FlowDecision","propertyName":"Condition"}"""),
        new(33, "POST", "/tests/activities", """{"activityHandle":{"activityId":"a"}}""", "errors", Status: 409),
        new(34, "POST", "/workflow-instances", """{"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":[],"correlationId":null,"version":null,"hasIncidents":null,"isSystem":false,"status":null,"statuses":[],"subStatus":null,"subStatuses":[],"orderBy":null,"orderDirection":"Descending","timestampFilters":[]}""",
            "totalCount items[].id items[].definitionId items[].definitionVersionId items[].version items[].status items[].subStatus items[].name items[].incidentCount items[].createdAt items[].updatedAt"),
        new(35, "GET", "/workflow-instances/{instance}", Needs: "id definitionId definitionVersionId version status subStatus createdAt updatedAt workflowState.id workflowState.status workflowState.subStatus"
            + " workflowState.bookmarks[].activityNodeId workflowState.incidents workflowState.input workflowState.output workflowState.properties"),
        new(36, "GET", "/workflow-instances/{instance}/execution-state", Needs: "status subStatus updatedAt"),
        new(37, "POST", "/workflow-instances/{instance}/journal?skip=0&take=111", """{"filter":{"activityIds":null,"activityNodeIds":[],"excludedActivityTypes":["Elsa.Workflow","Elsa.Flowchart"],"eventNames":null}}""",
            "totalCount items[].id items[].activityInstanceId items[].activityId items[].activityType items[].activityTypeVersion items[].activityName items[].nodeId items[].timestamp items[].sequence items[].eventName items[].activityState"),
        new(38, "GET", "/workflow-instances/{instance}/variables", Needs: "items count"),
        new(39, "POST", "/cancel/workflow-instances/{instance}", Needs: "errors", Status: 409),
        new(40, "POST", "/bulk-actions/cancel/workflow-instances", """{"ids":["{instance}"]}""", "errors", Status: 409),
        new(41, "POST", "/bulk-actions/delete/workflow-instances/by-id", """{"ids":["{instance}"]}""", "errors", Status: 409),
        new(42, "DELETE", "/workflow-instances/{instance}", Needs: "errors", Status: 409),
        new(43, "POST", "/activity-executions/report", """{"workflowInstanceId":"{instance}","activityNodeIds":["Workflow1:Procedure:RegisterLead"]}""",
            "stats[].activityId stats[].activityNodeId stats[].startedCount stats[].completedCount stats[].uncompletedCount stats[].isBlocked stats[].isFaulted stats[].metadata"),
        new(44, "GET", "/activity-executions/list?WorkflowInstanceId={instance}&ActivityNodeId=Workflow1%3AProcedure%3ARegisterLead", Needs: $"count items[].{Record.Replace(" ", " items[].", StringComparison.Ordinal)}"),
        new(45, "GET", "/activity-execution-summaries/list?WorkflowInstanceId={instance}&ActivityNodeId=Workflow1%3AProcedure%3ARegisterLead", Needs: $"count items[].{Record.Replace(" ", " items[].", StringComparison.Ordinal)}"),
        new(46, "GET", "/activity-executions/by-id?id={execution}", Needs: Record + " activityState outputs properties"),
        new(47, "GET", "/activity-executions/{execution}/call-stack", Needs: "activityExecutionId items[].id totalCount"),
    ];
}
