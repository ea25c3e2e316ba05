import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports files into Gephi, each into a workspace of its own, as its desktop does, and prints a line of counts for each. */
public class Import {
  public static void main(String[] files) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    for (String file : files) {
      var workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      ImportController importer = Lookup.getDefault().lookup(ImportController.class);
      Container container = importer.importFile(new File(file));
      container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
      int warnings = 0;
      StringBuilder issues = new StringBuilder();
      var all = container.getReport().getIssues(1000);
      while (all.hasNext()) {
        Issue issue = all.next();
        if (issue.getLevel() == Issue.Level.INFO) continue;
        warnings++;
        issues.append(issue.getLevel()).append(' ').append(issue.getMessage()).append(" / ");
      }
      importer.process(container, new DefaultProcessor(), workspace);
      print(file, Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace), warnings, issues.toString());
    }
  }

  private static void print(String file, GraphModel model, int warnings, String issues) {
    DirectedGraph graph = model.getDirectedGraph();
    Map<String, Integer> types = new TreeMap<>();
    int labelled = 0;
    for (Edge edge : graph.getEdges()) types.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
    for (Node node : graph.getNodes()) if (node.getLabel() != null && !node.getLabel().isEmpty()) labelled++;
    StringBuilder columns = new StringBuilder();
    model.getNodeTable().forEach(c -> columns.append(c.getTitle()).append(':').append(c.getTypeClass().getSimpleName()).append(','));
    System.out.println("RESULT\t" + new File(file).getName() + "\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount() + "\t"
        + labelled + "\t" + warnings + "\t" + types + "\t" + columns + "\t" + issues.replace('\n', ' ') + "\t"
        + model.getTimeBounds());
  }
}
