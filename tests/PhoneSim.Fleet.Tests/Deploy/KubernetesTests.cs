using k8s;
using k8s.Models;

namespace PhoneSim.Fleet.Tests.Deploy;

/// <summary>The manifest against the API's types, which are generated from the OpenAPI schema that Kubernetes publishes; strict: a field the schema does not have is an error.</summary>
public sealed class KubernetesTests
{
    private readonly V1Job job = Read(DeployedFiles.Text("kubernetes.yaml"));

    [Fact]
    public void Manifest_IsAnIndexedJobOfTheSchema()
    {
        Assert.Equal(("batch/v1", "Job", "Indexed"), (job.ApiVersion, job.Kind, job.Spec.CompletionMode));
        Assert.Equal(job.Spec.Completions, job.Spec.Parallelism);
        Assert.Equal("Never", job.Spec.Template.Spec.RestartPolicy);
    }

    [Theory]
    [InlineData("completionMode", "completionsMode")]
    [InlineData("completions: 4", "completions: four")]
    [InlineData("drop: [\"ALL\"]", "drop: ALL")]
    public void FieldOrTypeThatTheSchemaDoesNotHave_WouldBeFound(string right, string wrong) =>
        Assert.ThrowsAny<Exception>(() => Read(DeployedFiles.Text("kubernetes.yaml").Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void Pods_AreOnTheHostsNetwork_WhereAnswersFromNewPortsArrive() => Assert.True(job.Spec.Template.Spec.HostNetwork);

    [Fact]
    public void ShardsAreAsManyAsPods() => Assert.Contains($"--shard auto/{job.Spec.Completions} ", Assert.Single(job.Spec.Template.Spec.Containers[0].Args), StringComparison.Ordinal);

    private static V1Job Read(string yaml) => KubernetesYaml.Deserialize<V1Job>(yaml, strict: true);
}
