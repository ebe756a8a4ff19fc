using System.Text.Json.Nodes;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests.Deploy;

/// <summary>The manifest against the JSON schema of a Job that Kubernetes publishes; strict: a field the schema does not have is an error.</summary>
public sealed class KubernetesTests
{
    private static readonly string Schema = File.ReadAllText(Vectors.PathOf("kubernetes/job-batch-v1.json"));

    private readonly JsonNode spec = YamlJson.Parse(Manifest)!["spec"]!;

    private static string Manifest => DeployedFiles.Text("kubernetes.yaml");

    private JsonNode Pod => spec["template"]!["spec"]!;

    [Fact]
    public void Manifest_IsAsTheSchemaSays() => Assert.Empty(Wrong(Manifest));

    [Theory]
    [InlineData("completionMode", "completionsMode", "/spec/completionsMode")]
    [InlineData("completions: 4", "completions: four", "/spec/completions")]
    [InlineData("drop: [\"ALL\"]", "drop: ALL", "/spec/template/spec/containers/0/securityContext/capabilities/drop")]
    [InlineData("batch/v1", "batch/v2", "/apiVersion")]
    [InlineData("          image: ", "          picture: ", "/spec/template/spec/containers/0/picture")]
    public void FieldTypeOrWordThatTheSchemaDoesNotHave_IsFoundAtItsPlace(string right, string wrong, string place) =>
        Assert.Contains(Wrong(Manifest.Replace(right, wrong, StringComparison.Ordinal)), error => error.StartsWith($"{place}: ", StringComparison.Ordinal));

    [Fact]
    public void Job_IsIndexed_AndItsPodsRunAtOnce_OnceEach()
    {
        Assert.Equal("Indexed", (string?)spec["completionMode"]);
        Assert.Equal((long)spec["completions"]!, (long)spec["parallelism"]!);
        Assert.Equal((0, "Never"), ((long)spec["backoffLimit"]!, (string?)Pod["restartPolicy"]));
    }

    [Fact]
    public void Pods_AreOnTheHostsNetwork_WhereAnswersFromNewPortsArrive() => Assert.True((bool)Pod["hostNetwork"]!);

    [Fact]
    public void ShardsAreAsManyAsPods() => Assert.Contains($"--shard auto/{spec["completions"]} ", (string)Assert.Single(Pod["containers"]![0]!["args"]!.AsArray())!, StringComparison.Ordinal);

    private static IReadOnlyList<string> Wrong(string manifest) => SchemaCheck.Run(YamlJson.Parse(manifest), Schema);
}
